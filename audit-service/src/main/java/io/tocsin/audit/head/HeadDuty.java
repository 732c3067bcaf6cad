package io.tocsin.audit.head;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.duty.OneAtATime;

/** Signs what has grown, on one replica at a time. */
@Singleton
class HeadDuty {

    private final Heads heads;
    private final OneAtATime oneAtATime;

    HeadDuty(Heads heads, OneAtATime oneAtATime) {
        this.heads = heads;
        this.oneAtATime = oneAtATime;
    }

    @Scheduled(every = "${tocsin.audit.heads.every:10m}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sign() {
        return oneAtATime.run("heads", heads::signAll);
    }
}
