package io.tocsin.audit.head;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.duty.OneAtATime;

/** Signs what has grown and writes it out, on one replica at a time. */
@Singleton
class HeadDuty {

    private final Heads heads;
    private final Publication publication;
    private final OneAtATime oneAtATime;

    HeadDuty(Heads heads, Publication publication, OneAtATime oneAtATime) {
        this.heads = heads;
        this.publication = publication;
        this.oneAtATime = oneAtATime;
    }

    @Scheduled(every = "${tocsin.audit.heads.every:10m}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sign() {
        return oneAtATime.run("heads", () -> heads.signAll().chain(publication::publishAll));
    }
}
