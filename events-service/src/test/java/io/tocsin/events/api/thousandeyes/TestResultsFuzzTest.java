package io.tocsin.events.api.thousandeyes;

import static io.tocsin.events.TestKeys.ALL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.FuzzedService;
import io.tocsin.test.MutatedJson;
import io.tocsin.test.PostgresResource;

/** Results which are nearly right, as JSON of ThousandEyes and of OTLP, as protobuf and as gzip. The seed makes each run the same. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class TestResultsFuzzTest {

    private static final int CALLS = 250;
    private static final long NOW = Instant.now().getEpochSecond();

    private static final List<String> RESULTS = List.of("""
            {"test": {"testId": "fuzz", "testName": "Shop", "type": "http-server", "interval": 60, "server": "x", "serverId": "1"},
             "layer": "http-server", "results": [{"agent": {"agentId": "1", "agentName": "Oslo", "location": "Oslo", "countryId": "NO",
             "network": "n", "agentType": "cloud"}, "roundId": %1$d, "date": "2026-01-01T00:00:00Z", "responseCode": 200, "totalTime": 5,
             "errorType": "None", "errorDetails": "", "headers": {"requestHeaders": "a: b", "responseHeaders": "c: d"},
             "sslCertificates": [{"subjectName": "s", "subjectAlternativeNames": ["a"]}]}]}""", """
            [{"test": {"testId": "fuzz-path", "type": "agent-to-server"}, "layer": "path-vis", "results": [{"agent": {"agentId": "1"},
             "roundId": %1$d, "direction": "to-target", "pathTraces": [{"pathId": "p", "numberOfHops": 2, "hops": [{"hop": 1,
             "ipAddress": "192.0.2.1", "responseTime": 3, "mpls": null}]}]}]}]""", """
            {"test": {"testId": "fuzz-bgp", "type": "bgp"}, "results": [{"monitor": {"monitorId": "7"}, "roundId": %1$d,
             "prefixId": "1", "prefix": "203.0.113.0/24", "reachability": 50, "pathChanges": 1, "updates": 2,
             "routes": [{"isActive": true, "hops": [{"asn": 64500, "asName": "x"}]}]}]}""");

    private static final String OTLP = """
            {"resourceMetrics": [{"resource": {"attributes": [
               {"key": "thousandeyes.test.id", "value": {"stringValue": "fuzz-otlp"}},
               {"key": "thousandeyes.test.interval", "value": {"intValue": "60"}},
               {"key": "thousandeyes.source.agent.id", "value": {"intValue": "7"}},
               {"key": "network.as.path", "value": {"arrayValue": {"values": [{"intValue": "64500"}]}}}]},
             "scopeMetrics": [{"metrics": [
               {"name": "network.loss", "unit": "%%", "gauge": {"dataPoints": [{"asDouble": 50, "timeUnixNano": "%1$d000000000",
                 "attributes": [{"key": "error.type", "value": {"stringValue": "timeout"}}]}]}},
               {"name": "network.latency", "unit": "s", "sum": {"dataPoints": [{"asInt": "3", "timeUnixNano": "%1$d000000000"}]}},
               {"name": "network.jitter", "summary": {"dataPoints": [{}]}}]}]}]}""";

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void resultsAreNeverAFailureOfOurs(long seed) throws Exception {
        var random = new Random(seed);
        var bodies = new MutatedJson(random);
        for (int call = 0; call < CALLS; call++) {
            var valid = RESULTS.get(random.nextInt(RESULTS.size())).formatted(NOW);

            check("/v7/test-results", bodies.of(valid), "application/json", "identity");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5 })
    void metricsInJsonAreNeverAFailureOfOurs(long seed) throws Exception {
        var random = new Random(seed);
        var bodies = new MutatedJson(random);
        for (int call = 0; call < CALLS; call++) {
            check("/v1/metrics", bodies.of(OTLP.formatted(NOW)), "application/json", "identity");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 6, 7 })
    void metricsInProtobufAreNeverAFailureOfOurs(long seed) throws Exception {
        var random = new Random(seed);
        for (int call = 0; call < CALLS; call++) {
            boolean packed = random.nextBoolean();
            var bytes = packed ? gzip(protobuf()) : protobuf();
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            check("/v1/metrics", new MutatedJson(random).cut(bytes), "application/x-protobuf", packed ? "gzip" : "identity");
        }
    }

    private void check(String path, byte[] body, String type, String encoding) throws Exception {
        new FuzzedService(service).call("POST", path, body, "Authorization", "Bearer " + ALL, "Content-Type", type,
                "Content-Encoding", encoding);
    }

    private static byte[] protobuf() {
        var resource = Resource.newBuilder()
                .addAttributes(attribute("thousandeyes.test.id", "fuzz-protobuf"))
                .addAttributes(attribute("thousandeyes.source.agent.id", "7"));
        var point = NumberDataPoint.newBuilder().setAsDouble(5).setTimeUnixNano(NOW * 1_000_000_000);
        var metric = Metric.newBuilder()
                .setName("network.loss")
                .setUnit("%")
                .setGauge(Gauge.newBuilder().addDataPoints(point));
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(ResourceMetrics.newBuilder()
                        .setResource(resource)
                        .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric)))
                .build()
                .toByteArray();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }
}
