package io.tocsin.audit.head;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * {@code tocsin_audit_head_age_seconds}: for how long the oldest commit has waited for a head which covers it to be signed and
 * written out; 0 when none waits. It shows the tables, which all replicas share: take the greatest value over the replicas.
 */
@Singleton
class HeadAge {

    private final PublicationStore store;
    private final Clock clock;

    private volatile Optional<Instant> waitingSince = Optional.empty();

    HeadAge(PublicationStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        Gauge.builder("tocsin.audit.head.age", this, HeadAge::seconds)
                .description("How long the oldest commit has waited for a published head; 0 when none waits.")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return store.waitingSince()
                .invoke(since -> waitingSince = since)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    double seconds() {
        return waitingSince.map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0)).orElse(0.0);
    }
}
