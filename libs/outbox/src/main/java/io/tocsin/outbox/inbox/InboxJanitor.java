package io.tocsin.outbox.inbox;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Forgets the ids of messages taken in long ago, a few at a time: no statement of its holds anybody up. */
@Singleton
class InboxJanitor {

    private static final int CHUNK = 5000;

    private final InboxStore store;
    private final InboxConfig config;
    private final Clock clock;

    InboxJanitor(InboxStore store, InboxConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var before = clock.instant().minus(config.retention());
        return Uni.createFrom()
                .deferred(() -> store.forget(before, CHUNK))
                .repeat()
                .whilst(forgotten -> forgotten == CHUNK)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
