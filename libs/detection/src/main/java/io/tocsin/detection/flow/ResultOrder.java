package io.tocsin.detection.flow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The order in which the results of a minute are read, whatever the order in which they came. */
final class ResultOrder {

    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::key, FlowBook.KEYS)
            .thenComparing(Observation::layer)
            .thenComparingLong(Observation::roundId)
            .thenComparing(seen -> String.valueOf(seen.target().direction()));

    private ResultOrder() {}

    static List<Observation> of(Collection<Observation> observations) {
        return observations.stream().sorted(ORDER).toList();
    }
}
