package io.tocsin.events.entity;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Writes down what events named, a while after their callers had their answers, and forgets what no event names any more. */
@ApplicationScoped
class EntityScribe {

    private static final int AT_ONCE = 1000;

    private final Sightings sightings;
    private final EntityStore store;
    private final EntityConfig config;
    private final Clock clock;

    EntityScribe(Sightings sightings, EntityStore store, EntityConfig config, Clock clock) {
        this.sightings = sightings;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "{tocsin.events.entities.notice-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> write() {
        var taken = sightings.take(AT_ONCE);
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.see(taken)
                        .onFailure()
                        .invoke(failure -> Log.warnf("entities: %d were not written down; the next events about them will be:"
                                + " cause=%s", taken.size(), failure.getMessage()))
                        .onFailure()
                        .recoverWithNull();
    }

    @Scheduled(every = "6h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return store.forgetUnseenSince(clock.instant().minus(config.keep()))
                .invoke(forgotten -> Log.debugf("entities: forgotten=%d", forgotten))
                .onFailure()
                .invoke(failure -> Log.warnf("entities: those which nobody names stay for now: cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
