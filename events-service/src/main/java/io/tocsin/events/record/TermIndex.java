package io.tocsin.events.record;

import java.time.Clock;
import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.receipt.EventIds;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Moves new terms from the list where they wait into the index {@code event_terms}. Terms are cheap to move by the thousand and dear
 * one by one, so inserts leave them in the list; every search reads the list, so it is kept short; and whoever moves them waits for
 * long, so it is none of those whose callers wait.
 */
@Singleton
class TermIndex {

    static final long LOCK = 0x746f6373696e_02L;

    /** A partition may still be written for a while after the next one began. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** In the partitions which hold these two ids. Of several replicas one does it, the others go away. */
    private static final String MOVE = """
            with lock as materialized (select pg_try_advisory_xact_lock($1) as held)
            select sum(take_in_terms(leaf.inhrelid))
              from lock
              join pg_inherits as tier on held and tier.inhparent = 'event_terms'::regclass
              join pg_inherits as leaf on leaf.inhparent = tier.inhrelid
              join pg_index as index on index.indexrelid = leaf.inhrelid
              join pg_class as partition on partition.oid = index.indrelid
             cross join lateral regexp_match(pg_get_expr(relpartbound, partition.oid), '(\\d+)\\D+(\\d+)') as bounds
             where bounds[1]::bigint <= $2 and bounds[2]::bigint > $3
            """;

    private final Pool pool;
    private final Clock clock;

    TermIndex(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> takeIn() {
        var now = clock.instant();
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(LOCK, EventIds.floor(now), EventIds.floor(now.minus(LATE))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.debugf("ingest: new terms wait: cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
