package io.tocsin.events.result;

import io.tocsin.model.result.TestResult;

/** A place in the list of a layer's results: behind this one. */
public record ResultPlace(long roundId, String sourceKind, String sourceId, String target) {

    static final ResultPlace BEGINNING = new ResultPlace(Long.MAX_VALUE, "", "", "");

    public static ResultPlace of(TestResult result) {
        return new ResultPlace(result.roundId(), result.source().kind().name(), result.source().id(),
                ResultName.targetOf(result.target()));
    }
}
