package io.tocsin.outbox.backlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.outbox.OutboxConfig;

/**
 * Looks now and then at all that waits: for the gauges, and for messages which no relay delivers as nobody said where
 * to. While the database is away it says nothing; the relay does.
 */
@Singleton
class Survey {

    private final BacklogStore store;
    private final BacklogMeters meters;
    private final OutboxConfig config;

    Survey(BacklogStore store, BacklogMeters meters, OutboxConfig config) {
        this.store = store;
        this.meters = meters;
        this.config = config;
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return store.byDestination()
                .invoke(backlogs -> meters.show(withEmptyOnes(backlogs)))
                .onFailure()
                .invoke(meters::showNothing)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private List<Backlog> withEmptyOnes(Map<String, Backlog> backlogs) {
        var all = new ArrayList<>(backlogs.values());
        config.destinations()
                .keySet()
                .stream()
                .filter(destination -> !backlogs.containsKey(destination))
                .map(Backlog::none)
                .forEach(all::add);
        return all;
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> remind() {
        return store.byDestination()
                .invoke(backlogs -> backlogs.values().forEach(this::remindOf))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void remindOf(Backlog backlog) {
        var destination = backlog.destination();
        if (backlog.depth() > 0 && !config.destinations().containsKey(destination)) {
            Log.warnf(
                    "outbox: %d messages wait for %s since %s and nobody knows its address: set tocsin.outbox.destinations.%s",
                    backlog.depth(), destination, backlog.oldest(), destination);
        }
    }
}
