package io.tocsin.events.record;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Sums up in the index {@code event_happened} of what times the new pages are. PostgreSQL would do so with the next vacuum, until which
 * every search by terms looks at what has come since.
 */
@Singleton
class TimeIndex {

    static final long LOCK = 0x746f6373696e_07L;

    private final IndexUpkeep upkeep;

    TimeIndex(Pool pool, Clock clock) {
        upkeep = new IndexUpkeep(pool, clock, "event_happened", "sum_up_times", LOCK);
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sumUp() {
        return upkeep.run();
    }
}
