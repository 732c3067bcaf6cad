package io.tocsin.events.search;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class EventQueries {

    private static final String BY_ID = """
            select id, uid, organization, account_group, title, text, happened_at, ended_at, status, type, severity, priority,
                   source, host, entity, tags, aggregation_key, correlation_id, related_event_id, attributes, received_at
              from event
             where organization = $1
               and account_group = $2
               and id = $3
            """;

    /** Reads along event_feed and stops at the limit; what is passed over is read too, so that deep pages cost their depth. */
    private static final String NEWEST = """
            select id, uid, organization, account_group, title, text, happened_at, ended_at, status, type, severity, priority,
                   source, host, entity, tags, aggregation_key, correlation_id, related_event_id, attributes, received_at
              from event
             where organization = $1
               and account_group = $2
               and happened_at >= $3
               and happened_at < $4
               and ($5::text is null or priority = $5)
               and (cardinality($6::text[]) = 0 or source = any($6))
               and tags @> $7::text[]
               and not tags && $8::text[]
             order by happened_at desc, id desc
             limit $9
            offset $10
            """;

    private final Pool pool;

    EventQueries(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Event>> byId(Scope scope, long id) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id))
                .map(rows -> events(rows).stream().findFirst());
    }

    Uni<List<Event>> newest(Scope scope, EventFilter filter, int limit, long offset) {
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.tuple()
                        .addString(scope.organization())
                        .addString(scope.accountGroup())
                        .addOffsetDateTime(filter.from().atOffset(ZoneOffset.UTC))
                        .addOffsetDateTime(filter.until().atOffset(ZoneOffset.UTC))
                        .addString(filter.priority() == null ? null : filter.priority().name())
                        .addArrayOfString(filter.sources().toArray(String[]::new))
                        .addArrayOfString(filter.tags().toArray(String[]::new))
                        .addArrayOfString(filter.withoutTags().toArray(String[]::new))
                        .addLong((long) limit)
                        .addLong(offset))
                .map(EventQueries::events);
    }

    private static List<Event> events(RowSet<Row> rows) {
        return rows.stream().map(EventRowReader::read).toList();
    }
}
