package io.tocsin.model.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import io.tocsin.model.Scope;

/**
 * One layer of one round of one test, seen from one source. The scope, the test's id, the layer, the source's id, the target and the
 * round name it: a second one with the same name is the first one's correction or copy.
 *
 * @param scope the account group which owns the test
 * @param target which of the test's targets, {@link ResultTarget#WHOLE_TEST} for null
 * @param roundId when the round began, in epoch seconds
 * @param date when it was measured; the round's start for null
 * @param receivedAt when Tocsin accepted it
 */
public record TestResult(
        Scope scope,
        TestRef test,
        ResultLayer layer,
        ResultSource source,
        ResultTarget target,
        long roundId,
        Instant date,
        Instant receivedAt,
        Measurements measurements) {

    public TestResult {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(layer, "layer");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(receivedAt, "receivedAt");
        target = target == null ? ResultTarget.WHOLE_TEST : target;
        date = (date == null ? Instant.ofEpochSecond(roundId) : date).truncatedTo(ChronoUnit.MICROS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        measurements = measurements == null ? Measurements.NOTHING : measurements;
    }

    public Instant roundStart() {
        return Instant.ofEpochSecond(roundId);
    }
}
