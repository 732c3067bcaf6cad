package io.tocsin.expression.metric;

/** Calls: their set-up by SIP, and their stream of voice. */
final class VoiceMetrics {

    private VoiceMetrics() {}

    static Vocabulary stream() {
        return Vocabulary.of(
                Metric.number("mos", "MOS"),
                Metric.percent("loss", "Loss"),
                Metric.percent("discards", "Discards"),
                Metric.milliseconds("latency", "Latency"),
                Metric.milliseconds("pdv", "PDV"),
                Metric.code("dscp", "DSCP"),
                SharedMetrics.PROBLEM);
    }

    static Vocabulary setUp() {
        return Vocabulary.of(
                Metric.of("sipResponseCode", "Response code", Kind.WHOLE, ErrorReadings::responseCode),
                SharedMetrics.errorType("sipErrorType"))
                .and(SharedMetrics.phases("dns", "connect", "register", "invite", "options", "wait", "response", "total"))
                .and(Vocabulary.of(Metric.milliseconds("sipResponseTime", "Response time").from("responseTime")));
    }
}
