package io.tocsin.events.result;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Makes the partitions of the days to come and drops those of days gone. Whoever misses one makes it, so nothing depends on it. */
@Singleton
class ResultJanitor {

    private final ResultPartitions partitions;

    ResultJanitor(ResultPartitions partitions) {
        this.partitions = partitions;
    }

    @Scheduled(every = "1h", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return partitions.makeAhead()
                .chain(partitions::dropExpired)
                .onFailure()
                .invoke(failure -> Log.warnf("results: partitions stay as they are, trying again in an hour: cause=%s",
                        failure))
                .onFailure()
                .recoverWithNull();
    }
}
