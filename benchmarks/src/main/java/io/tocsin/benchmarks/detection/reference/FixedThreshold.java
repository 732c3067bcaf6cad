package io.tocsin.benchmarks.detection.reference;

import java.util.HashMap;
import java.util.Map;

import io.tocsin.model.result.TestResult;

/** Errors, a fifth of the packets lost, or more than twice the time which the test took in its first thousand results. */
public final class FixedThreshold implements Watch.Judge {

    private static final int LEARNING_RESULTS = 1_000;
    private static final double LOSS = 20;
    private static final double RATIO = 2;

    private static final class Usual {

        private double sum;
        private int results;
    }

    private final Map<String, Usual> usual = new HashMap<>();

    @Override
    public boolean isBad(TestResult result) {
        if (Reading.isError(result) || Reading.loss(result) >= LOSS) {
            return true;
        }
        var time = Reading.time(result);
        if (time.isEmpty()) {
            return false;
        }
        var test = usual.computeIfAbsent(result.test().id() + result.layer() + result.source().id(), none -> new Usual());
        if (test.results < LEARNING_RESULTS) {
            test.results++;
            test.sum += time.getAsDouble();
        }
        return time.getAsDouble() > RATIO * test.sum / test.results;
    }
}
