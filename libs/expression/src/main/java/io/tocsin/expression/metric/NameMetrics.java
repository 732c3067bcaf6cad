package io.tocsin.expression.metric;

/** Name servers. */
final class NameMetrics {

    private static final Metric MAPPINGS = Metric.of("mapData", "Mappings", Kind.LIST, Readings.list("mappings"));

    private NameMetrics() {}

    static Vocabulary server() {
        return Vocabulary.of(SharedMetrics.PROBLEM, Metric.milliseconds("delay", "Resolution time").from("resolutionTime"),
                MAPPINGS);
    }

    static Vocabulary trace() {
        return Vocabulary.of(SharedMetrics.PROBLEM, MAPPINGS);
    }

    static Vocabulary security() {
        return Vocabulary.of(SharedMetrics.PROBLEM);
    }
}
