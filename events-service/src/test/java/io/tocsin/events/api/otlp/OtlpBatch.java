package io.tocsin.events.api.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;

/** A batch of a stream of ThousandEyes for OpenTelemetry, data model v2: one resource per agent. */
final class OtlpBatch {

    private final ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    private ResourceMetrics.Builder resource;

    OtlpBatch of(String test, String type, String agent) {
        return ofResource(Map.of("thousandeyes.test.id", test, "thousandeyes.test.name", "Shop", "thousandeyes.test.type", type,
                "thousandeyes.source.agent.id", agent, "thousandeyes.source.agent.name", "Agent " + agent,
                "thousandeyes.source.agent.location", "Oslo, Norway", "server.address", "shop.example", "server.port", "443"));
    }

    OtlpBatch ofResource(Map<String, String> attributes) {
        var described = Resource.newBuilder();
        attributes.forEach((key, value) -> described.addAttributes(attribute(key, value)));
        resource = request.addResourceMetricsBuilder().setResource(described).addScopeMetrics(ScopeMetrics.newBuilder());
        return this;
    }

    OtlpBatch measured(String metric, String unit, double value, Instant at, Map<String, String> attributes) {
        var point = NumberDataPoint.newBuilder()
                .setAsDouble(value)
                .setTimeUnixNano(at.getEpochSecond() * 1_000_000_000L);
        attributes.forEach((key, text) -> point.addAttributes(attribute(key, text)));
        resource.getScopeMetricsBuilder(0)
                .addMetrics(Metric.newBuilder()
                        .setName(metric)
                        .setUnit(unit)
                        .setGauge(Gauge.newBuilder().addDataPoints(point)));
        return this;
    }

    byte[] protobuf() {
        return request.build().toByteArray();
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }
}
