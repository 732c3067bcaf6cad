package io.tocsin.events.api.otlp;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.tocsin.events.result.TestName;

/**
 * How long the rounds of tests are, which OTLP does not say: as results in JSON said, else as is configured.
 *
 * @param known seconds of the tests of which it is known
 * @param otherwise seconds
 */
record Intervals(Map<TestName, Integer> known, int otherwise) {

    int of(TestName test) {
        return known.getOrDefault(test, otherwise);
    }

    /** The tests whose points do not say it. */
    static Set<TestName> unsaid(OtlpMetrics metrics, Destination destination) {
        return metrics.points()
                .stream()
                .filter(point -> PointIdentity.testId(point) != null && PointIdentity.interval(point) == null)
                .flatMap(point -> destination.of(point)
                        .map(scope -> new TestName(scope, PointIdentity.testId(point)))
                        .stream())
                .collect(Collectors.toSet());
    }
}
