package io.tocsin.expression.metric;

/** Tests of the network from an agent to a server, or between two agents. */
final class NetworkMetrics {

    private static final Metric LOSS = Metric.percent("loss", "Loss");
    private static final Metric JITTER = Metric.milliseconds("jitter", "Jitter");
    private static final Metric THROUGHPUT = Metric.of("throughput", "Throughput", Unit.MEGABIT_PER_SECOND)
            .readBy(Readings.firstNumber("throughput", "bandwidth"));
    private static final Metric LATENCY = Metric.milliseconds("latency", "Latency").from("avgLatency");

    private NetworkMetrics() {}

    static Vocabulary ofServer() {
        return Vocabulary.of(LOSS,
                Metric.milliseconds("avgLatency", "Average latency"),
                JITTER,
                Metric.of("availBwCs", "Available bandwidth", Unit.MEGABIT_PER_SECOND).from("availableBandwidth"),
                Metric.of("capCs", "Capacity", Unit.MEGABIT_PER_SECOND).from("capacity"),
                SharedMetrics.PROBLEM);
    }

    static Vocabulary ofAgent() {
        return Vocabulary.of(LOSS, LATENCY, JITTER, THROUGHPUT, SharedMetrics.PROBLEM, Metric.code("dscp", "DSCP"),
                bothWays("bothWaysLoss", LOSS),
                bothWays("bothWaysLatency", LATENCY),
                bothWays("bothWaysJitter", JITTER),
                bothWays("bothWaysThroughput", THROUGHPUT),
                bothWays("bothWaysProbDetail", SharedMetrics.PROBLEM));
    }

    /** A bidirectional test has a result for both ways together, besides one for each. */
    private static Metric bothWays(String name, Metric oneWay) {
        return new Metric(name, oneWay.label(), oneWay.kind(), oneWay.unit(), Readings.inBothDirections(oneWay.reading()));
    }
}
