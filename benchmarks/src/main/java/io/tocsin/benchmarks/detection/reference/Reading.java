package io.tocsin.benchmarks.detection.reference;

import java.util.OptionalDouble;
import java.util.stream.Stream;

import io.tocsin.model.result.TestResult;

/** What the references read of a result. */
final class Reading {

    private Reading() {}

    static boolean isError(TestResult result) {
        var measured = result.measurements();
        return !measured.text("errorType").orElse("None").equals("None") || measured.text("errorDetails").isPresent();
    }

    static double loss(TestResult result) {
        return Math.max(result.measurements().number("loss").orElse(0), result.measurements().number("proxyLoss").orElse(0));
    }

    static OptionalDouble time(TestResult result) {
        return Stream.of("responseTime", "avgLatency", "resolutionTime")
                .map(result.measurements()::number)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}
