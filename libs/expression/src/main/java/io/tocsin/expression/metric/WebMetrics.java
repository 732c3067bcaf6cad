package io.tocsin.expression.metric;

import io.tocsin.expression.metric.PartMetric.Selection;

/** Servers of the web and of files, and pages. */
final class WebMetrics {

    private WebMetrics() {}

    static Vocabulary http() {
        return Vocabulary.of(SharedMetrics.RESPONSE_CODE, SharedMetrics.errorType("errorType"), SharedMetrics.PROBLEM)
                .and(SharedMetrics.phases("dns", "connect", "ssl", "wait", "receive", "response", "total"))
                .and(Vocabulary.of(
                        Metric.code("clientSslAlertCode", "Client SSL alert code"),
                        Metric.code("serverSslAlertCode", "Server SSL alert code"),
                        SharedMetrics.THROUGHPUT,
                        Metric.text("responseHeaders", "Response headers"),
                        Metric.whole("redirectCount", "Redirects").from("numRedirects"),
                        Metric.of("wireSize", "Wire size", Unit.KILOBYTE).from("wireSize", 1.0 / 1_000)));
    }

    static Vocabulary page() {
        return Vocabulary.of(
                Metric.of("pageLoaded", "Page loaded", Kind.FLAG, WebMetrics::isLoaded),
                Metric.of("pageLoadHasError", "Page load error", Kind.FLAG, WebMetrics::hasError),
                Metric.flag("pageLoadTimedOut", "Page load timed out"),
                Metric.milliseconds("timeToFirstByte", "Time to first byte").from("responseTime"),
                Metric.milliseconds("onContentLoadTime", "DOM load time").from("domLoadTime"),
                Metric.milliseconds("onLoadTime", "Page load time").from("pageLoadTime"),
                Metric.whole("errorCount", "Errors").from("numErrors"),
                Metric.of("wireSize", "Wire size", Unit.KILOBYTE).from("totalSize", 1.0 / 1_000))
                .with(components());
    }

    private static PartMetric components() {
        var domain = Metric.text("domain", "Domain");
        var ofComponent = Vocabulary.of(domain)
                .and(SharedMetrics.phases("total", "blocked", "dns", "connect", "ssl", "wait", "receive"))
                .and(Vocabulary.of(Metric.flag("componentLoaded", "Component loaded")));
        return new PartMetric("components", "Component", false, Selection.NONE, null, domain, ofComponent,
                sight -> sight.part().parts("components"));
    }

    static Vocabulary ftp() {
        return Vocabulary.of(
                Metric.of("ftpReplyCode", "Reply code", Kind.WHOLE, ErrorReadings::responseCode),
                SharedMetrics.errorType("ftpErrorType"))
                .and(SharedMetrics.phases("dns", "connect", "ssl", "negotiation", "wait", "transfer", "response", "total"))
                .and(Vocabulary.of(SharedMetrics.THROUGHPUT));
    }

    /** Where nobody said so, a page is loaded which took its time and met no error. */
    private static Object isLoaded(Sight sight) {
        var said = Readings.flag("pageLoaded").of(sight);
        return said != null
                ? said
                : ErrorReadings.hasFailed(sight)
                        ? Boolean.FALSE
                        : sight.part().number("pageLoadTime").isPresent() ? Boolean.TRUE : null;
    }

    private static Object hasError(Sight sight) {
        var said = Readings.flag("pageLoadHasError").of(sight);
        return said != null ? said : Boolean.valueOf(ErrorReadings.hasFailed(sight));
    }
}
