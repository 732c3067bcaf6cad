package io.tocsin.events.result;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Makes the partitions of the days to come and drops those of days gone. Whoever misses one makes it, so nothing depends on it. */
@Singleton
class ResultJanitor {

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ResultPartitions partitions;

    ResultJanitor(ResultPartitions partitions) {
        this.partitions = partitions;
    }

    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return partitions.makeAhead()
                .chain(this::drop)
                .onFailure()
                .invoke(failure -> Log.warnf("results: partitions stay as they are, trying again in an hour: cause=%s",
                        failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Somebody may read the day which is to go; they are not kept waiting, so it is tried again. */
    private Uni<Void> drop() {
        return partitions.dropExpired()
                .onFailure()
                .retry()
                .withBackOff(PAUSE)
                .atMost(TRIES);
    }
}
