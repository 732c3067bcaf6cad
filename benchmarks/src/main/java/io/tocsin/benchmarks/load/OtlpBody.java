package io.tocsin.benchmarks.load;

import java.time.Instant;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;

/** A call of ThousandEyes for OpenTelemetry: HTTP server tests from all agents in one round, three metrics for each result. */
final class OtlpBody {

    private final ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    private final long nanos;

    private OtlpBody(Instant round) {
        nanos = round.getEpochSecond() * 1_000_000_000L;
    }

    static byte[] of(SampleRound round) {
        var body = new OtlpBody(round.begin());
        round.each(body::add);
        return body.request.build().toByteArray();
    }

    private void add(int test, int agent) {
        var scope = ScopeMetrics.newBuilder()
                .addMetrics(gauge("http.server.request.availability", "%", SampleRound.AVAILABILITY))
                .addMetrics(gauge("http.client.request.duration", "s", SampleRound.responseMillis(agent) / 1000.0))
                .addMetrics(gauge("http.server.throughput", "By/s", SampleRound.THROUGHPUT));
        request.addResourceMetricsBuilder()
                .setResource(Resource.newBuilder()
                        .addAttributes(attribute("thousandeyes.test.id", Integer.toString(test)))
                        .addAttributes(attribute("thousandeyes.test.name", "Shop " + test))
                        .addAttributes(attribute("thousandeyes.test.type", "http-server"))
                        .addAttributes(attribute("thousandeyes.source.agent.id", Integer.toString(agent)))
                        .addAttributes(attribute("thousandeyes.source.agent.name", "Agent " + agent))
                        .addAttributes(attribute("server.address", "shop-" + test + ".example.com"))
                        .addAttributes(attribute("server.port", "443")))
                .addScopeMetrics(scope);
    }

    private Metric gauge(String name, String unit, double value) {
        var point = NumberDataPoint.newBuilder().setAsDouble(value).setTimeUnixNano(nanos);
        return Metric.newBuilder()
                .setName(name)
                .setUnit(unit)
                .setGauge(Gauge.newBuilder().addDataPoints(point))
                .build();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }
}
