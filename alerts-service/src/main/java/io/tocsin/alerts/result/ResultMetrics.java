package io.tocsin.alerts.result;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;

/** How evaluation of results is doing: how many, how long a batch takes, and how many came too late. */
@Singleton
class ResultMetrics {

    private final MeterRegistry registry;
    private final Counter results;
    private final Counter late;
    private final Timer batches;

    ResultMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.results = registry.counter("tocsin.alerts.results.evaluated");
        this.late = registry.counter("tocsin.alerts.results.late");
        this.batches = registry.timer("tocsin.alerts.results.evaluation");
    }

    Uni<Void> measure(int size, Uni<Void> evaluation) {
        var sample = Timer.start(registry);
        return evaluation
                .invoke(() -> results.increment(size))
                .onTermination()
                .invoke(() -> sample.stop(batches));
    }

    void late(long count) {
        late.increment(count);
    }
}
