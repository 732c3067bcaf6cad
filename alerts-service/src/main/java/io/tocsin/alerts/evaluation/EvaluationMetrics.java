package io.tocsin.alerts.evaluation;

import java.util.List;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertCounters;

/** How evaluation is doing: the events which were evaluated, how long a batch takes, and the alerts that came of it. */
@Singleton
class EvaluationMetrics {

    private final BatchMeter batches;
    private final AlertCounters alerts;

    EvaluationMetrics(MeterRegistry registry, AlertCounters alerts) {
        this.batches = new BatchMeter(registry, "tocsin.alerts.events.evaluated", "tocsin.alerts.evaluation");
        this.alerts = alerts;
    }

    Uni<Void> measure(int size, Uni<Void> evaluation) {
        return batches.measure(size, evaluation);
    }

    void formed(List<AlertOfRule> formed) {
        alerts.opened(formed.stream().filter(alert -> alert.draft().isNew()).count());
        alerts.cleared(formed.stream().filter(alert -> alert.draft().hasCleared()).count());
    }
}
