package io.tocsin.detection.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.tocsin.model.result.TestResult;

/** The order in which the results of a minute are read, whatever the order in which they came. */
final class ResultOrder {

    /** A result and the flow it is of. */
    record Keyed(FlowKey key, TestResult result) {}

    private static final Comparator<Keyed> ORDER = Comparator.comparing(Keyed::key, FlowBook.KEYS)
            .thenComparing(keyed -> keyed.result().layer())
            .thenComparing(keyed -> keyed.result().roundId())
            .thenComparing(keyed -> String.valueOf(keyed.result().target().direction()));

    private ResultOrder() {}

    static List<Keyed> of(Collection<TestResult> results) {
        return results.stream().map(result -> new Keyed(FlowKey.of(result), result)).sorted(ORDER).toList();
    }
}
