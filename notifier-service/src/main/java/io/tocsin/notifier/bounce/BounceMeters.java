package io.tocsin.notifier.bounce;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * What mail servers reported, by the report's word: failed, delayed and others. A delivery which fails so was counted as delivered before,
 * and is not counted as refused.
 */
@ApplicationScoped
class BounceMeters {

    private static final String NAME = "tocsin.notifier.bounces";

    private final MeterRegistry registry;

    BounceMeters(MeterRegistry registry) {
        this.registry = registry;
        for (var action : Action.values()) {
            registry.counter(NAME, "action", action.word());
        }
    }

    void count(Action action) {
        registry.counter(NAME, "action", action.word()).increment();
    }
}
