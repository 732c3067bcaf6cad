package io.tocsin.events.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How the feed of this replica is doing. */
@Singleton
class FeedMetrics {

    private static final String ENDED = "tocsin.events.stream.ended";

    private final MeterRegistry registry;
    private final Clock clock;
    private final AtomicInteger listeners;
    private final Counter sent;
    private final Counter behind;
    private volatile Instant heldBackSince;

    FeedMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.listeners = registry.gauge("tocsin.events.stream.listeners", new AtomicInteger());
        this.sent = registry.counter("tocsin.events.stream.sent");
        this.behind = registry.counter("tocsin.events.stream.fell.behind");
        registry.gauge("tocsin.events.stream.held.back.seconds", this, FeedMetrics::heldBackSeconds);
        for (var why : Farewell.values()) {
            ended(why, 0);
        }
    }

    void listeners(int count) {
        listeners.set(count);
    }

    void sent(int events) {
        sent.increment(events);
    }

    void fellBehind() {
        behind.increment();
    }

    void ended(Farewell why) {
        ended(why, 1);
    }

    private void ended(Farewell why, int count) {
        registry.counter(ENDED, "reason", why.name().toLowerCase(Locale.ROOT)).increment(count);
    }

    /** When the oldest event was received that is committed and cannot be shown yet. */
    void heldBack(Optional<Instant> since) {
        heldBackSince = since.orElse(null);
    }

    double heldBackSeconds() {
        var since = heldBackSince;
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
