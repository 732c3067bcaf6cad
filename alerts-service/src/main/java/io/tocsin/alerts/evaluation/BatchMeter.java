package io.tocsin.alerts.evaluation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;

/** How many were evaluated, and how long a batch of them takes. */
public final class BatchMeter {

    private final MeterRegistry registry;
    private final Counter evaluated;
    private final Timer batches;

    /**
     * @param evaluated name of the counter
     * @param batches name of the timer
     */
    public BatchMeter(MeterRegistry registry, String evaluated, String batches) {
        this.registry = registry;
        this.evaluated = registry.counter(evaluated);
        this.batches = registry.timer(batches);
    }

    public Uni<Void> measure(int size, Uni<Void> evaluation) {
        var sample = Timer.start(registry);
        return evaluation
                .invoke(() -> evaluated.increment(size))
                .onTermination()
                .invoke(() -> sample.stop(batches));
    }
}
