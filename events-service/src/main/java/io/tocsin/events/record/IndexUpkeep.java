package io.tocsin.events.record;

import java.time.Clock;
import java.time.Duration;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.receipt.EventIds;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What an index of {@code event} needs done beside the inserts, in the partitions which are written now. Of several replicas one does
 * it, the others go away. What cannot be done is done the next time.
 */
final class IndexUpkeep {

    /** A partition may still be written for a while after the next one began. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** In the partitions which hold these two ids. */
    private static final String RUN = """
            with lock as materialized (select pg_try_advisory_xact_lock($1) as held)
            select sum(%s(leaf.inhrelid))
              from lock
              join pg_inherits as tier on held and tier.inhparent = '%s'::regclass
              join pg_inherits as leaf on leaf.inhparent = tier.inhrelid
              join pg_index as index on index.indexrelid = leaf.inhrelid
              join pg_class as partition on partition.oid = index.indrelid
             cross join lateral regexp_match(pg_get_expr(relpartbound, partition.oid), '(\\d+)\\D+(\\d+)') as bounds
             where bounds[1]::bigint <= $2 and bounds[2]::bigint > $3
            """;

    private final Pool pool;
    private final Clock clock;
    private final String index;
    private final String sql;
    private final long lock;

    /**
     * @param function of PostgreSQL, which does it to one partition's index
     * @param lock an advisory lock, this work's own
     */
    IndexUpkeep(Pool pool, Clock clock, String index, String function, long lock) {
        this.pool = pool;
        this.clock = clock;
        this.index = index;
        this.sql = RUN.formatted(function, index);
        this.lock = lock;
    }

    Uni<Void> run() {
        var now = clock.instant();
        return pool.preparedQuery(sql)
                .execute(Tuple.of(lock, EventIds.floor(now), EventIds.floor(now.minus(LATE))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.debugf("ingest: what is new waits: index=%s cause=%s", index, failure))
                .onFailure()
                .recoverWithNull();
    }
}
