package io.tocsin.alerts.alert;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * How many alerts there are and were. Over all replicas and any span of time, {@code opened = cleared + disabled + change of open};
 * every replica shows the same {@code open}. A transaction that fails at its commit and is repeated counts twice.
 */
@Singleton
public class AlertCounters {

    private final Counter opened;
    private final Counter cleared;
    private final Counter disabled;
    private final AtomicLong open;

    AlertCounters(MeterRegistry registry) {
        this.opened = registry.counter("tocsin.alerts.opened");
        this.cleared = registry.counter("tocsin.alerts.cleared");
        this.disabled = registry.counter("tocsin.alerts.disabled");
        this.open = registry.gauge("tocsin.alerts.open", new AtomicLong());
    }

    public void opened(long alerts) {
        opened.increment(alerts);
    }

    public void cleared(long alerts) {
        cleared.increment(alerts);
    }

    /** Ended because their rule went or asks for something else. */
    public void disabled(long alerts) {
        disabled.increment(alerts);
    }

    public void nowOpen(long alerts) {
        open.set(alerts);
    }
}
