package io.tocsin.events.detection.run;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How detection is doing in this replica. */
@Singleton
class DetectionMeters {

    private final AtomicLong lag;
    private final AtomicLong held;
    private final AtomicLong lasting;
    private final AtomicLong flows;
    private final Counter failed;

    DetectionMeters(MeterRegistry registry) {
        lag = registry.gauge("tocsin.detection.lag.seconds", new AtomicLong());
        held = registry.gauge("tocsin.detection.leases", new AtomicLong());
        lasting = registry.gauge("tocsin.detection.events.active", new AtomicLong());
        flows = registry.gauge("tocsin.detection.flows", new AtomicLong());
        failed = registry.counter("tocsin.detection.turns.failed");
    }

    /** @param target the minute up to which all should be judged */
    void saw(Collection<Desk> desks, int target) {
        held.set(desks.size());
        var minutes = desks.stream().filter(Desk::isBegun).mapToLong(desk -> target + 1 - desk.next()).max().orElse(0);
        lag.set(TimeUnit.MINUTES.toSeconds(minutes));
        lasting.set(desks.stream().mapToLong(Desk::lasting).sum());
        flows.set(desks.stream().mapToLong(Desk::flows).sum());
    }

    /** A turn; it is made again. */
    void failed() {
        failed.increment();
    }

    long lagSeconds() {
        return lag.get();
    }

    long leases() {
        return held.get();
    }
}
