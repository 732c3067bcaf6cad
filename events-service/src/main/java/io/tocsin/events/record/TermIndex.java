package io.tocsin.events.record;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Moves new terms from the list where they wait into the index {@code event_terms}. Terms are cheap to move by the thousand and dear
 * one by one, so inserts leave them in the list; every search reads the list, so it is kept short; and whoever moves them waits for
 * long, so it is none of those whose callers wait.
 */
@Singleton
class TermIndex {

    static final long LOCK = 0x746f6373696e_02L;

    private final IndexUpkeep upkeep;

    TermIndex(Pool pool, Clock clock) {
        upkeep = new IndexUpkeep(pool, clock, "event_terms", "take_in_terms", LOCK);
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> takeIn() {
        return upkeep.run();
    }
}
