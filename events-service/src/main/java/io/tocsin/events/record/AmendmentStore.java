package io.tocsin.events.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.trail.Trail;
import io.tocsin.model.Editor;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.message.UserEvent;
import io.tocsin.query.term.EventTerms;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
    private final Trail trail;

    AmendmentStore(Pool pool, Trail trail) {
        this.pool = pool;
        this.trail = trail;
    }

    /** @param attributes as JSON */
    Uni<Void> amend(Editor editor, Event before, Event event, String attributes) {
        return pool.withTransaction(transaction -> amend(transaction, event, attributes)
                .chain(() -> trail.append(transaction, editor, "Comment updated.",
                        List.of(new UserEvent.Resource("comment", Long.toString(event.id()))), change(before, event))))
                .invoke(trail::committed);
    }

    private static UserEvent.Change change(Event before, Event after) {
        return new UserEvent.Change(members(before.content()), members(after.content()));
    }

    private static Map<String, Object> members(EventContent content) {
        var members = new LinkedHashMap<String, Object>();
        members.put("message", content.text());
        members.put("relatedEventId", content.relatedEventId() == null ? null : content.relatedEventId().toString());
        return members;
    }

    private static Uni<Void> amend(SqlConnection transaction, Event event, String attributes) {
        var content = event.content();
        return transaction.preparedQuery(AMEND)
                .execute(Tuple.wrap(Arrays.asList(event.scope().organization(), event.scope().accountGroup(), event.id(),
                        content.text(), content.relatedEventId(), attributes, terms(event))))
                .replaceWithVoid();
    }

    private static Integer[] terms(Event event) {
        return Arrays.stream(EventTerms.of(event)).boxed().toArray(Integer[]::new);
    }
}
