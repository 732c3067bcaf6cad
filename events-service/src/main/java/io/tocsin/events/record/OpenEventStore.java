package io.tocsin.events.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.receipt.EventIds;
import io.tocsin.events.receipt.Tolerance;
import io.tocsin.model.EventContent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Which event is open for which aggregation key. */
@Singleton
class OpenEventStore {

    /**
     * The one which is open, or that which was posted: where an event would last for longer than {@link Tolerance} lets searches look
     * for it, another one goes on in its place. Whoever comes second waits for the first one's commit, on the row or on its
     * key; rows are taken in the order of keys, so that nobody waits in a circle.
     */
    private static final String CLAIM = """
            insert into open_event as known (organization, account_group, aggregation_key, event_id, correlation_id, ends_at)
            select $1, $2, aggregation_key, event_id, correlation_id, ends_at
              from unnest($3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
                   as reported(aggregation_key, event_id, correlation_id, ends_at)
             order by aggregation_key
                on conflict (organization, account_group, aggregation_key) do update
               set event_id = case when known.ends_at > $7 and known.event_id >= $8 then known.event_id else excluded.event_id end,
                   correlation_id = case when known.ends_at > $7 and known.event_id >= $8 then known.correlation_id
                                         else excluded.correlation_id end,
                   ends_at = excluded.ends_at
            returning aggregation_key, event_id, correlation_id
            """;

    private static final String MOVE_END = """
            update event
               set ended_at = moved.ends_at
              from unnest($1::bigint[], $2::timestamptz[]) as moved(id, ends_at)
             where event.retention = $3
               and event.organization = $4
               and event.account_group = $5
               and event.id = moved.id
            """;

    /** A few at a time, and none which somebody holds. */
    private static final String FORGET = """
            delete from open_event
             where ctid = any(array(select ctid
                                      from open_event
                                     where ends_at < $1
                                     order by ends_at
                                     limit 10
                                       for update skip locked))
            """;

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Pool pool;
    private final Clock clock;

    OpenEventStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** What is open now, by aggregation key. The rows are of one scope, and each has a key of its own. */
    Uni<Map<String, Claim>> claim(SqlConnection transaction, List<EventRow> rows) {
        var scope = rows.get(0).event().scope();
        return transaction.preparedQuery(CLAIM)
                .execute(Tuple.tuple()
                        .addValue(scope.organization())
                        .addValue(scope.accountGroup())
                        .addValue(texts(rows, EventContent::aggregationKey))
                        .addValue(rows.stream().map(row -> row.event().id()).toArray(Long[]::new))
                        .addValue(texts(rows, EventContent::correlationId))
                        .addValue(ends(rows))
                        .addValue(clock.instant().atOffset(ZoneOffset.UTC))
                        .addValue(Tolerance.firstIdLasting(lastEnd(rows))))
                .map(claimed -> claimed.stream()
                        .map(OpenEventStore::claim)
                        .collect(Collectors.toMap(Claim::aggregationKey, Function.identity())));
    }

    /** @param rows what was reported, under the ids of the events which are open */
    Uni<Void> moveEnds(SqlConnection transaction, List<EventRow> rows, List<Long> ids) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var scope = rows.get(0).event().scope();
        return transaction.preparedQuery(MOVE_END)
                .execute(Tuple.tuple()
                        .addValue(ids.toArray(Long[]::new))
                        .addValue(ends(rows))
                        .addValue(rows.get(0).retention())
                        .addValue(scope.organization())
                        .addValue(scope.accountGroup()))
                .replaceWithVoid();
    }

    Uni<Void> forgetEnded(SqlConnection transaction) {
        return transaction.preparedQuery(FORGET)
                .execute(Tuple.of(clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** An event which was received before this one would last for too long, were its end moved so far. */
    private static long oldest(List<EventRow> rows) {
        var lastEnd = rows.stream().map(row -> row.event().content().endedAt()).max(Comparator.naturalOrder()).orElseThrow();
        return EventIds.floor(lastEnd.minus(Tolerance.LASTING));
    }

    private static Claim claim(Row row) {
        return new Claim(row.getString("aggregation_key"), row.getLong("event_id"), row.getString("correlation_id"));
    }

    private static String[] texts(List<EventRow> rows, Function<EventContent, String> part) {
        return rows.stream().map(row -> part.apply(row.event().content())).toArray(String[]::new);
    }

    private static OffsetDateTime[] ends(List<EventRow> rows) {
        return rows.stream()
                .map(row -> row.event().content().endedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static Instant lastEnd(List<EventRow> rows) {
        return rows.stream()
                .map(row -> row.event().content().endedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The event which is open for a key. */
    record Claim(String aggregationKey, long eventId, String correlationId) {

        boolean isOf(EventRow row) {
            return eventId == row.event().id();
        }
    }
}
