package io.tocsin.events.api.otlp;

import java.util.HashMap;
import java.util.Map;

import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestType;

/**
 * What a metric of ThousandEyes for OpenTelemetry says of a result (wire/thousandeyes.md §8).
 *
 * @param layer of the result; of {@code dns.lookup.*} the type of the test decides
 * @param measurement under ThousandEyes' name in its JSON results
 * @param scale to the unit of that, where the metric names no other unit; 0 where it is no time and never scaled
 */
record Meaning(ResultLayer layer, String measurement, double scale) {

    private static final double PLAIN = 0;
    private static final double SECONDS = 1000;
    private static final double MILLIS = 1;

    private static final Map<String, Double> UNITS = Map.of("s", SECONDS, "ms", MILLIS, "us", 0.001, "ns", 0.000_001);
    private static final double EXACT = 1_000_000;

    private static final Map<String, Meaning> ALL = new HashMap<>();

    static {
        add("http.server.request.availability", ResultLayer.HTTP_SERVER, "availability", PLAIN);
        add("http.server.throughput", ResultLayer.HTTP_SERVER, "throughput", PLAIN);
        add("http.client.request.duration", ResultLayer.HTTP_SERVER, "responseTime", SECONDS);
        add("network.latency", ResultLayer.NETWORK, "avgLatency", SECONDS);
        add("network.loss", ResultLayer.NETWORK, "loss", PLAIN);
        add("network.jitter", ResultLayer.NETWORK, "jitter", MILLIS);
        add("network.score", ResultLayer.NETWORK, "healthScore", PLAIN);
        add("net.metrics.latency", ResultLayer.NETWORK, "avgLatency", MILLIS);
        add("net.metrics.loss", ResultLayer.NETWORK, "loss", PLAIN);
        add("net.metrics.jitter", ResultLayer.NETWORK, "jitter", MILLIS);
        add("bgp.path_changes.count", ResultLayer.BGP, "pathChanges", PLAIN);
        add("bgp.reachability", ResultLayer.BGP, "reachability", PLAIN);
        add("bgp.updates.count", ResultLayer.BGP, "updates", PLAIN);
        add("web.transaction.duration", ResultLayer.WEB_TRANSACTIONS, "transactionTime", SECONDS);
        add("web.transaction.errors.count", ResultLayer.WEB_TRANSACTIONS, "errorCount", PLAIN);
        add("web.transaction.completion", ResultLayer.WEB_TRANSACTIONS, "completion", PLAIN);
        add("web.page_load.duration", ResultLayer.PAGE_LOAD, "pageLoadTime", SECONDS);
        add("web.page_load.completion", ResultLayer.PAGE_LOAD, "availability", PLAIN);
        add("dns.lookup.availability", ResultLayer.DNS_SERVER, "availability", PLAIN);
        add("dns.lookup.duration", ResultLayer.DNS_SERVER, "resolutionTime", SECONDS);
        add("dns.lookup.validity", ResultLayer.DNSSEC, "availability", PLAIN);
        add("ftp.server.request.availability", ResultLayer.FTP_SERVER, "availability", PLAIN);
        add("ftp.client.request.duration", ResultLayer.FTP_SERVER, "responseTime", SECONDS);
        add("ftp.server.throughput", ResultLayer.FTP_SERVER, "throughput", PLAIN);
        add("sip.server.request.availability", ResultLayer.SIP_SERVER, "availability", PLAIN);
        add("sip.client.request.duration", ResultLayer.SIP_SERVER, "responseTime", SECONDS);
        add("sip.client.request.total_time", ResultLayer.SIP_SERVER, "totalTime", SECONDS);
        add("rtp.client.request.mos", ResultLayer.VOICE, "mos", PLAIN);
        add("rtp.client.request.loss", ResultLayer.VOICE, "loss", PLAIN);
        add("rtp.client.request.discards", ResultLayer.VOICE, "discards", PLAIN);
        add("rtp.client.request.duration", ResultLayer.VOICE, "latency", SECONDS);
        add("rtp.client.request.pdv", ResultLayer.VOICE, "pdv", MILLIS);
        add("api.duration", ResultLayer.API, "apiTransactionTime", SECONDS);
        add("api.completion", ResultLayer.API, "completion", PLAIN);
    }

    private static void add(String metric, ResultLayer layer, String measurement, double scale) {
        ALL.put(metric, new Meaning(layer, measurement, scale));
    }

    /** Null for a metric which says nothing of a result. */
    static Meaning of(String metric) {
        return ALL.get(metric);
    }

    /** The same for this point: the layer of a {@code dns.lookup} depends on the type of its test. */
    Meaning of(OtlpPoint point) {
        return layer == ResultLayer.DNS_SERVER && PointIdentity.type(point, layer) == TestType.DNS_TRACE
                ? new Meaning(ResultLayer.DNS_TRACE, measurement.equals("resolutionTime") ? "finalQueryTime" : measurement,
                        scale)
                : this;
    }

    /** In the unit of the measurement, without the noise which a change of units leaves in the last digits. */
    double value(OtlpPoint point) {
        if (scale == PLAIN) {
            return point.value();
        }
        var scaled = point.value() * UNITS.getOrDefault(point.unit(), scale);
        return Math.abs(scaled) < EXACT * EXACT ? Math.round(scaled * EXACT) / EXACT : scaled;
    }
}
