package io.tocsin.audit.trail;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

@Singleton
class TrailMeters {

    private final Counter recorded;

    TrailMeters(MeterRegistry meters) {
        recorded = Counter.builder("tocsin.audit.user.events.recorded")
                .description("User events taken into the log; each counts once, however often it was sent.")
                .register(meters);
    }

    void recorded(int events) {
        recorded.increment(events);
    }
}
