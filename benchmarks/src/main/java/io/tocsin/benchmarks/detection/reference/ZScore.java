package io.tocsin.benchmarks.detection.reference;

import java.util.HashMap;
import java.util.Map;

import io.tocsin.model.result.TestResult;

/** Errors, and values more than four standard deviations above the mean of about the last 24 hours of their own series. */
public final class ZScore implements Watch.Judge {

    private static final int FEWEST = 24;
    private static final int MEMORY = 1_440;
    private static final double DEVIATIONS = 4;
    private static final double LEAST_DEVIATION = 0.01;

    private static final class Series {

        private int results;
        private double mean;
        private double variance;

        private boolean isBeyond(double value) {
            var beyond = results >= FEWEST && value - mean > DEVIATIONS * Math.sqrt(variance) + LEAST_DEVIATION;
            var weight = 1.0 / Math.min(++results, MEMORY);
            var difference = value - mean;
            mean += weight * difference;
            variance = (1 - weight) * (variance + weight * difference * difference);
            return beyond;
        }
    }

    private final Map<String, Series> series = new HashMap<>();

    @Override
    public boolean isBad(TestResult result) {
        var name = result.test().id() + " " + result.source().id() + " " + result.layer();
        var time = Reading.time(result);
        var slow = time.isPresent() && of(name + " time").isBeyond(time.getAsDouble());
        var lost = of(name + " loss").isBeyond(Reading.loss(result));
        return slow || lost || Reading.isError(result);
    }

    private Series of(String name) {
        return series.computeIfAbsent(name, none -> new Series());
    }
}
