package io.tocsin.events.retention;

import java.time.Duration;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

/** Sees to the partitions: at start, before the first event, and then now and then. */
@Singleton
class RetentionJanitor {

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventPartitions partitions;

    RetentionJanitor(EventPartitions partitions) {
        this.partitions = partitions;
    }

    void atStart(@Observes StartupEvent start) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::make);
    }

    @Scheduled(every = "5m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tidy() {
        return make()
                .chain(this::drop);
    }

    /** Without them nothing is lost: whoever misses a partition makes it. */
    private Uni<Void> make() {
        return partitions.makeAhead()
                .onFailure()
                .invoke(failure -> Log.warnf("retention: no partitions were made ahead, trying again soon: cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> drop() {
        return partitions.dropExpired()
                .onFailure()
                .retry()
                .withBackOff(PAUSE)
                .atMost(TRIES)
                .onFailure()
                .invoke(failure -> Log.warnf("retention: expired events stay for now, trying again soon: cause=%s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
