package io.tocsin.outbox.backlog;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

@Singleton
class BacklogStore {

    /** So many messages of a lane are counted; how many wait behind them follows from how close together these stand. */
    private static final int COUNTED = 200;

    /**
     * Along the index, lane by lane. Whoever counts all rows reads the whole table, and each page for the first time: as if it had
     * been written once more, just when much waits.
     */
    static final String BY_DESTINATION = """
            with recursive head as (
                (select destination, lane, created_at
                   from outbox
                  order by destination, lane, seq
                  limit 1)
                union all
                select next.*
                  from head,
                       lateral (select destination, lane, created_at
                                  from outbox
                                 where (outbox.destination, outbox.lane) > (head.destination, head.lane)
                                 order by destination, lane, seq
                                 limit 1) next
            ),
            waiting as (
                select head.destination,
                       sum(case when counted < %1$d then counted
                                else counted * (newest - first + 1) / (last - first + 1) end)::bigint as depth,
                       min(head.created_at) as oldest
                  from head,
                       lateral (select count(*) as counted, min(seq) as first, max(seq) as last
                                  from (select seq
                                          from outbox
                                         where outbox.destination = head.destination and outbox.lane = head.lane
                                         order by seq
                                         limit %1$d) o) counted,
                       lateral (select seq as newest
                                  from outbox
                                 where outbox.destination = head.destination and outbox.lane = head.lane
                                 order by seq desc
                                 limit 1) newest
                 group by head.destination
            )
            select destination,
                   coalesce(depth, 0) as depth,
                   oldest,
                   coalesce(set_aside, 0) as set_aside
              from waiting
              full join (select destination, count(*) as set_aside
                           from outbox_set_aside
                          group by destination) s
             using (destination)
            """.formatted(COUNTED);

    /**
     * Without statistics, as in the first minutes of much that waits, PostgreSQL takes a lane for a few rows, which it would fetch all
     * and sort: 400,000 messages took five seconds, and nine milliseconds in the order of the index.
     */
    static final String IN_ORDER = "set local enable_bitmapscan = off; set local enable_seqscan = off";

    private final Pool pool;

    BacklogStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Map<String, Backlog>> byDestination() {
        return pool.withTransaction(transaction -> transaction.query(IN_ORDER)
                .execute()
                .chain(() -> transaction.query(BY_DESTINATION).execute()))
                .map(BacklogStore::backlogs);
    }

    private static Map<String, Backlog> backlogs(RowSet<Row> rows) {
        return rows.stream()
                .map(BacklogStore::backlog)
                .collect(Collectors.toMap(Backlog::destination, Function.identity()));
    }

    private static Backlog backlog(Row row) {
        OffsetDateTime oldest = row.getOffsetDateTime("oldest");
        return new Backlog(
                row.getString("destination"),
                row.getLong("depth"),
                oldest == null ? null : oldest.toInstant(),
                row.getLong("set_aside"));
    }
}
