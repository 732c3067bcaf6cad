package io.tocsin.events.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** How far ahead this replica knows partitions to be there, and how many it dropped. */
@Startup
@Singleton
class PartitionMeters {

    private final Clock clock;
    private final Counter dropped;
    private volatile Instant coveredUntil;

    PartitionMeters(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.dropped = registry.counter("tocsin.events.partitions.dropped");
        Gauge.builder("tocsin.events.partitions.ahead", this, PartitionMeters::secondsAhead)
                .baseUnit("seconds")
                .register(registry);
    }

    void coveredUntil(Instant end) {
        coveredUntil = end;
    }

    /** Empty until it was found out. */
    Optional<Instant> coveredUntil() {
        return Optional.ofNullable(coveredUntil);
    }

    void dropped() {
        dropped.increment();
    }

    private double secondsAhead() {
        var end = coveredUntil;
        return end == null ? 0 : Duration.between(clock.instant(), end).toMillis() / 1e3;
    }
}
