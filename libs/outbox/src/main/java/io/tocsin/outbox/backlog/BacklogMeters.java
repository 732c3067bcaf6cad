package io.tocsin.outbox.backlog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

/**
 * Gauges per destination. They show the tables, which all replicas share: take the greatest value over the replicas,
 * not the sum.
 *
 * <p>{@code tocsin_outbox_depth} counts what is not delivered yet, and estimates it where more than two hundred messages
 * wait in a lane; {@code tocsin_outbox_backlog_age_seconds} is the age of the oldest of it, {@code tocsin_outbox_awaiting_redrive} counts what was set aside and not re-driven.
 */
@Singleton
class BacklogMeters {

    private final MultiGauge depth;
    private final MultiGauge age;
    private final MultiGauge awaitingRedrive;
    private final Clock clock;

    BacklogMeters(MeterRegistry registry, Clock clock) {
        this.depth = MultiGauge.builder("tocsin.outbox.depth").register(registry);
        this.age = MultiGauge.builder("tocsin.outbox.backlog.age").baseUnit("seconds").register(registry);
        this.awaitingRedrive = MultiGauge.builder("tocsin.outbox.awaiting.redrive").register(registry);
        this.clock = clock;
    }

    void show(List<Backlog> backlogs) {
        show(depth, backlogs, Backlog::depth);
        show(age, backlogs, this::ageInSeconds);
        show(awaitingRedrive, backlogs, Backlog::setAside);
    }

    /** Old values would look like a backlog that stands still. */
    void showNothing() {
        show(List.of());
    }

    private static void show(MultiGauge gauge, List<Backlog> backlogs, ToDoubleFunction<Backlog> value) {
        gauge.register(backlogs.stream()
                .map(backlog -> Row.of(Tags.of("destination", backlog.destination()), value.applyAsDouble(backlog)))
                .toList(), true);
    }

    private double ageInSeconds(Backlog backlog) {
        return backlog.oldest() == null ? 0 : Duration.between(backlog.oldest(), clock.instant()).toMillis() / 1000.0;
    }
}
