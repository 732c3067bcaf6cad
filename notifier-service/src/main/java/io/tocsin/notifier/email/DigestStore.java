package io.tocsin.notifier.email;

import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads what goes together in one mail. */
@ApplicationScoped
class DigestStore {

    /** What one delivery leads stays the same from the first attempt on, and so does the mail. */
    private static final String LED_BY = """
            select notification.payload::text as payload,
                   bool_or(delivery.held_until is not null) over () as held,
                   min(delivery.created_at) over () as first,
                   max(delivery.created_at) over () as last
              from delivery
              join notification on notification.id = delivery.notification_id
             where delivery.id = $1
                or delivery.led_by = $1 and delivery.state = 'sending' and delivery.finished_at is null
             order by delivery.seq
            """;

    private final Pool pool;

    DigestStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Content> ledBy(UUID delivery) {
        return pool.preparedQuery(LED_BY)
                .execute(Tuple.of(delivery))
                .map(DigestStore::content);
    }

    private static Content content(RowSet<Row> rows) {
        var any = rows.iterator().next();
        return new Content(
                StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString("payload")).toList(),
                any.getBoolean("held"),
                any.getOffsetDateTime("first").toInstant(),
                any.getOffsetDateTime("last").toInstant());
    }
}
