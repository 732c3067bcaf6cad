package io.tocsin.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;

/**
 * A call of ThousandEyes for OpenTelemetry: HTTP server tests from all agents in one round, three metrics for each result. Calls about
 * the same tests differ by the time in each point alone; so one is written once, and costs a copy from then on.
 */
final class OtlpBody {

    /** Stands for the time of the round. */
    private static final long MARK = 0x5A5A_A5A5_5A5A_A5A5L;

    private static final Map<Integer, OtlpBody> BY_FIRST_TEST = new ConcurrentHashMap<>();

    private final byte[] bytes;
    private final int[] marks;

    private OtlpBody(SampleRound round) {
        var request = ExportMetricsServiceRequest.newBuilder();
        round.each((test, agent) -> add(request, test, agent));
        bytes = request.build().toByteArray();
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        marks = IntStream.rangeClosed(0, bytes.length - Long.BYTES).filter(at -> buffer.getLong(at) == MARK).toArray();
    }

    static byte[] of(SampleRound round) {
        return BY_FIRST_TEST.computeIfAbsent(round.firstTest(), test -> new OtlpBody(round)).at(round.begin());
    }

    private byte[] at(Instant begin) {
        var copy = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        var nanos = begin.getEpochSecond() * 1_000_000_000L;
        for (var mark : marks) {
            copy.putLong(mark, nanos);
        }
        return copy.array();
    }

    private static void add(ExportMetricsServiceRequest.Builder request, int test, int agent) {
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

    private static Metric gauge(String name, String unit, double value) {
        var point = NumberDataPoint.newBuilder().setAsDouble(value).setTimeUnixNano(MARK);
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
