package io.tocsin.expression.metric;

import io.tocsin.expression.metric.PartMetric.Selection;

/** Scripts in a browser, the classic ones and today's, and sequences of API calls. */
final class TransactionMetrics {

    private static final Metric DURATION = Metric.milliseconds("duration", "Duration").from("transactionTime");

    private TransactionMetrics() {}

    static Vocabulary web() {
        return Vocabulary.of(SharedMetrics.PROBLEM, DURATION,
                Metric.flag("assertError", "Assertion error"),
                Metric.of("txCompletionFinished", "Transaction finished", Kind.FLAG, TransactionMetrics::isFinished),
                Metric.of("txCompletionHasError", "Transaction error", Kind.FLAG, TransactionMetrics::hasError),
                Metric.flag("txCompletionHasInternalError", "Transaction internal error"),
                Metric.flag("txCompletionTimedOut", "Transaction timed out"))
                .with(markers(), webPages());
    }

    private static PartMetric markers() {
        var name = Metric.text("markerName", "Marker name").from("name");
        var ofMarker = Vocabulary.of(name, Metric.milliseconds("markerDuration", "Marker duration").from("duration"));
        return new PartMetric("marker", "Marker", false, Selection.BY_CONDITION, null, name, ofMarker,
                sight -> sight.part().parts("markers"));
    }

    private static PartMetric webPages() {
        var ofPage = Vocabulary.of(
                Metric.milliseconds("onContentLoadTime", "DOM load time").from("domLoadTime"),
                Metric.milliseconds("webTxOnLoadTime", "Page load time")
                        .readBy(Readings.firstNumber("pageLoadTime", "duration")),
                Metric.milliseconds("webTxResponseTime", "Response time").from("responseTime"),
                Metric.of("webTxPageLoadError", "Page load error", Kind.TEXT, ErrorReadings::details));
        return new PartMetric("webPages", "Page", false, Selection.BY_NUMBER, "pageNum",
                Metric.text("pageName", "Page name"), ofPage, sight -> sight.part().parts("webPages"));
    }

    static Vocabulary classic() {
        return Vocabulary.of(SharedMetrics.PROBLEM, DURATION,
                Metric.percent("completion", "Completion"),
                Metric.whole("stepsCompleted", "Steps completed"),
                Metric.whole("pagesCompleted", "Pages completed"))
                .with(steps(), timed("pages", "Page", "pageNum", "pageDuration"));
    }

    /** The vendor publishes {@code apiCompletion} alone; the others read what its results hold. */
    static Vocabulary api() {
        return Vocabulary.of(
                Metric.percent("apiCompletion", "Completion").from("completion"),
                Metric.milliseconds("apiTransactionTime", "Transaction time"),
                SharedMetrics.PROBLEM)
                .with(steps());
    }

    private static PartMetric steps() {
        return timed("steps", "Step", "stepNumber", "stepDuration");
    }

    private static PartMetric timed(String name, String label, String number, String duration) {
        var ofPart = Vocabulary.of(
                Metric.milliseconds(duration, label + " duration").readBy(Readings.firstNumber("duration", "stepTime")));
        return new PartMetric(name, label, false, Selection.BY_NUMBER, number, null, ofPart,
                sight -> sight.part().parts(name));
    }

    private static Object isFinished(Sight sight) {
        var said = Readings.flag("txCompletionFinished").of(sight);
        return said != null
                ? said
                : ErrorReadings.hasFailed(sight)
                        ? Boolean.FALSE
                        : sight.part().number("transactionTime").isPresent() ? Boolean.TRUE : null;
    }

    private static Object hasError(Sight sight) {
        var said = Readings.flag("txCompletionHasError").of(sight);
        return said != null ? said : Boolean.valueOf(ErrorReadings.hasFailed(sight));
    }
}
