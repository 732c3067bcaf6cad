package io.tocsin.alerts.evaluation;

import java.util.List;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertCounters;

/** How evaluation is doing: the events which were evaluated, how long a batch takes, and the alerts that came of it. */
@Singleton
class EvaluationMetrics {

    private final MeterRegistry registry;
    private final Counter events;
    private final Timer batches;
    private final AlertCounters alerts;

    EvaluationMetrics(MeterRegistry registry, AlertCounters alerts) {
        this.registry = registry;
        this.events = registry.counter("tocsin.alerts.events.evaluated");
        this.batches = registry.timer("tocsin.alerts.evaluation");
        this.alerts = alerts;
    }

    Uni<Void> measure(int size, Uni<Void> evaluation) {
        var sample = Timer.start(registry);
        return evaluation
                .invoke(() -> events.increment(size))
                .onTermination()
                .invoke(() -> sample.stop(batches));
    }

    void formed(List<AlertOfRule> formed) {
        alerts.opened(formed.stream().filter(alert -> alert.draft().isNew()).count());
        alerts.cleared(formed.stream().filter(alert -> alert.draft().hasCleared()).count());
    }
}
