package io.tocsin.audit.retention;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.audit.duty.OneAtATime;

/** On one replica at a time. */
@Singleton
class RetentionDuty {

    private final Retention retention;
    private final OneAtATime oneAtATime;

    RetentionDuty(Retention retention, OneAtATime oneAtATime) {
        this.retention = retention;
        this.oneAtATime = oneAtATime;
    }

    /** First what the log needs to go on. */
    @Scheduled(every = "6h", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return oneAtATime.run("retention", () -> retention.openAhead().chain(retention::dropExpired));
    }
}
