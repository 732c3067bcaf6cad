package io.tocsin.events.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.receipt.EventIds;
import io.tocsin.events.retention.RetentionClasses;
import io.tocsin.events.search.EventRowReader;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads events in the order of the feed. Transactions travel as text: the driver knows no xid8. */
@Singleton
class FeedStore {

    /**
     * What was recorded behind a place, and how far reading is safe, in one snapshot. The window is cut before the scope is asked for,
     * so that a read stays short however rare the scope is.
     */
    private static final String NEXT = """
            with safe as materialized (
                     select pg_snapshot_xmin(pg_current_snapshot()) as horizon),
                 scanned as materialized (
                     select recorded_in, %s
                       from event
                      where (recorded_in, id) > ($1::text::xid8, $2)
                        and id >= $6
                        and recorded_in < (select horizon from safe)
                      order by recorded_in, id
                      limit $3),
                 last as materialized (
                     select recorded_in, id, received_at
                       from scanned
                      order by recorded_in desc, id desc
                      limit 1)
            select %s, safe.horizon::text as horizon,
                   (select count(*) from scanned) as scanned,
                   (select recorded_in::text from last) as last_recorded_in,
                   (select id from last) as last_id,
                   (select received_at from last) as last_received_at,
                   e.recorded_in::text as recorded
              from safe
              left join scanned e on $4::text is null or (e.organization = $4 and e.account_group = $5)
             order by e.recorded_in, e.id
            """.formatted(EventRowReader.columns(""), EventRowReader.columns("e."));

    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    /** The oldest event that is committed and still not shown, because a transaction before it is running. */
    private static final String HELD_BACK = """
            select received_at
              from event
             where recorded_in >= pg_snapshot_xmin(pg_current_snapshot())
               and id >= $1
             order by recorded_in, id
             limit 1
            """;

    /**
     * Ids tell when an event was received, and its commit comes soon afterwards. Partitions of an earlier time than this before the
     * place need not be looked into; clocks of replicas may differ by less.
     */
    private static final Duration COMMITTED_WITHIN = Duration.ofDays(1);

    private final Pool pool;
    private final RetentionClasses retention;
    private final Clock clock;

    FeedStore(Pool pool, RetentionClasses retention, Clock clock) {
        this.pool = pool;
        this.retention = retention;
        this.clock = clock;
    }

    /** Whether events behind this place may have expired. */
    boolean isTooOld(Position place, Scope scope) {
        return place.at().isBefore(clock.instant().minus(retention.ageFor(scope.organization())));
    }

    /** Behind everything that can be read now: whatever is committed from now on lies behind it. */
    Uni<Position> end() {
        var now = clock.instant();
        return pool.preparedQuery(HORIZON)
                .execute()
                .map(rows -> Position.before(Long.parseLong(rows.iterator().next().getString(0)), now));
    }

    /** The next events of everybody. */
    Uni<FeedPage> next(Position after, int rows) {
        return next(after, rows, null, null);
    }

    /** Among the next events of everybody those of one scope. */
    Uni<FeedPage> next(Position after, int rows, Scope scope) {
        return next(after, rows, scope.organization(), scope.accountGroup());
    }

    Uni<Optional<Instant>> oldestHeldBack() {
        return pool.preparedQuery(HELD_BACK)
                .execute(Tuple.of(firstId(clock.instant())))
                .map(rows -> rows.stream().findFirst().map(row -> row.getOffsetDateTime(0).toInstant()));
    }

    private Uni<FeedPage> next(Position after, int limit, String organization, String accountGroup) {
        var now = clock.instant();
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(Long.toString(after.transaction()), after.id(), (long) limit, organization, accountGroup,
                        firstId(after.at())))
                .map(rows -> page(rows, limit, now));
    }

    private static long firstId(Instant place) {
        return EventIds.floor(place.minus(COMMITTED_WITHIN));
    }

    private static FeedPage page(RowSet<Row> rows, int limit, Instant now) {
        var events = rows.stream()
                .filter(row -> row.getString("recorded") != null)
                .map(FeedStore::event)
                .toList();
        var first = rows.iterator().next();
        var horizon = Position.before(Long.parseLong(first.getString("horizon")), now);
        var full = first.getLong("scanned") == limit;
        return new FeedPage(events, full ? last(first) : horizon, horizon, full);
    }

    private static Position last(Row row) {
        return new Position(Long.parseLong(row.getString("last_recorded_in")), row.getLong("last_id"),
                row.getOffsetDateTime("last_received_at").toInstant());
    }

    private static FeedEvent event(Row row) {
        var event = EventRowReader.read(row);
        return new FeedEvent(new Position(Long.parseLong(row.getString("recorded")), event.id(), event.receivedAt()), event);
    }
}
