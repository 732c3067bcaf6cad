package io.tocsin.audit.carryover;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.duty.OneAtATime;
import io.tocsin.audit.trail.AuditTrail;
import io.vertx.mutiny.sqlclient.Pool;

/** A part at a time, until nothing is left; from then on it finds nothing to do. */
@Singleton
class Carryover {

    private static final int PART = 500;

    private final EarlierStore earlier;
    private final AuditTrail trail;
    private final Pool pool;
    private final OneAtATime oneAtATime;

    Carryover(EarlierStore earlier, AuditTrail trail, Pool pool, OneAtATime oneAtATime) {
        this.earlier = earlier;
        this.trail = trail;
        this.pool = pool;
        this.oneAtATime = oneAtATime;
    }

    @Scheduled(every = "24h", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return oneAtATime.run("carryover", this::all);
    }

    private Uni<Void> all() {
        return Uni.createFrom()
                .deferred(this::part)
                .repeat()
                .whilst(carried -> carried == PART)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> part() {
        return pool.withTransaction(transaction -> earlier.next(transaction, PART)
                .call(events -> events.isEmpty() ? Uni.createFrom().voidItem() : trail.record(transaction, events))
                .map(events -> events.size()));
    }
}
