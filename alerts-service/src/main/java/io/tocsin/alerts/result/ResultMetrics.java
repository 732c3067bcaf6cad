package io.tocsin.alerts.result;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.BatchMeter;

/** How evaluation of results is doing: how many, how long a batch takes, and how many came too late. */
@Singleton
class ResultMetrics {

    private final BatchMeter batches;
    private final Counter late;

    ResultMetrics(MeterRegistry registry) {
        this.batches = new BatchMeter(registry, "tocsin.alerts.results.evaluated", "tocsin.alerts.results.evaluation");
        this.late = registry.counter("tocsin.alerts.results.late");
    }

    Uni<Void> measure(int size, Uni<Void> evaluation) {
        return batches.measure(size, evaluation);
    }

    void late(long count) {
        late.increment(count);
    }
}
