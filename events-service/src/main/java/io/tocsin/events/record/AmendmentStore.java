package io.tocsin.events.record;

import java.util.Arrays;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Event;
import io.tocsin.query.term.EventTerms;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class AmendmentStore {

    private static final String AMEND = """
            update event
               set text = $4, related_event_id = $5, attributes = $6::text::jsonb, terms = $7
             where organization = $1
               and account_group = $2
               and id = $3
            """;

    private final Pool pool;

    AmendmentStore(Pool pool) {
        this.pool = pool;
    }

    /** @param attributes as JSON */
    Uni<Void> amend(Event event, String attributes) {
        var content = event.content();
        return pool.preparedQuery(AMEND)
                .execute(Tuple.wrap(Arrays.asList(event.scope().organization(), event.scope().accountGroup(), event.id(),
                        content.text(), content.relatedEventId(), attributes, EventTerms.of(event))))
                .replaceWithVoid();
    }
}
