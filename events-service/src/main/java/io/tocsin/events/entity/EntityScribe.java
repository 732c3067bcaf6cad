package io.tocsin.events.entity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Writes down what events named, a while after their callers had their answers. */
@ApplicationScoped
class EntityScribe {

    private static final int AT_ONCE = 1000;

    private final Sightings sightings;
    private final EntityStore store;

    EntityScribe(Sightings sightings, EntityStore store) {
        this.sightings = sightings;
        this.store = store;
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
}
