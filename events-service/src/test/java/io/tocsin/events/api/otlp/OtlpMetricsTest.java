package io.tocsin.events.api.otlp;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.TWO_GROUPS;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.model.message.ResultRecorded;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.PostgresResource;

/** Metrics in by OTLP/HTTP (wire/thousandeyes.md §8). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class OtlpMetricsTest {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final RestAssuredConfig BINARY = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(PROTOBUF, ContentType.BINARY));

    @Inject
    TestDatabase database;

    @Inject
    ObjectMapper json;

    private final String test = "t-" + UUID.randomUUID();
    private final Instant now = Instant.now();

    @Test
    void theMetricsOfARoundAreOneResultInTheUnitsOfThousandEyes() throws IOException {
        var batch = new OtlpBatch().of(test, "agent-to-server", "58")
                .measured("network.latency", "s", 0.0123, now, Map.of())
                .measured("network.loss", "%", 60, now, Map.of("error.type", "timeout"))
                .measured("network.jitter", "ms", 1.5, now, Map.of());

        var answer = post(ALL, batch.protobuf());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(PROTOBUF);
        assertThat(ExportMetricsServiceResponse.parseFrom(answer.asByteArray()).hasPartialSuccess()).isFalse();
        var result = told();
        assertThat(result.layer()).isEqualTo(ResultLayer.NETWORK);
        assertThat(result.test().server()).isEqualTo("shop.example:443");
        assertThat(result.source().name()).isEqualTo("Agent 58");
        assertThat(result.roundId()).isEqualTo(now.getEpochSecond() / 60 * 60);
        assertThat(result.measurements().number("avgLatency")).hasValue(12.3);
        assertThat(result.measurements().number("loss")).hasValue(60);
        assertThat(result.measurements().number("jitter")).hasValue(1.5);
        assertThat(result.measurements().text("errorType")).hasValue("timeout");
    }

    @Test
    void anHttpTestMeasuresTwoLayersAndItsAttributesMayStandAtThePoint() throws IOException {
        var batch = new OtlpBatch().of(test, "http-server", "58")
                .measured("http.client.request.duration", "s", 0.25, now, Map.of("http.response.status_code", "503"))
                .measured("http.server.request.availability", "%", 0, now, Map.of())
                .measured("network.loss", "%", 0, now, Map.of());

        assertThat(post(ALL, OtlpBatch.gzip(batch.protobuf()), "gzip").statusCode()).isEqualTo(200);

        assertThat(rows()).isEqualTo(2);
        var result = told();
        assertThat(result.layer()).isEqualTo(ResultLayer.HTTP_SERVER);
        assertThat(result.measurements().number("responseTime")).hasValue(250);
        assertThat(result.measurements().number("responseCode")).hasValue(503);
        assertThat(result.measurements().text("errorType")).hasValue("unavailable");
    }

    @Test
    void theMetricsOfARoundMayArriveInSeveralRequestsAndTwice() {
        var latency = new OtlpBatch().of(test, "agent-to-server", "58").measured("network.latency", "s", 0.01, now, Map.of());
        var loss = new OtlpBatch().of(test, "agent-to-server", "58").measured("network.loss", "%", 5, now, Map.of());

        post(ALL, latency.protobuf());
        post(ALL, loss.protobuf());
        post(ALL, loss.protobuf());

        assertThat(rows()).isEqualTo(1);
        assertThat(database.lines("select measurements -> 'values' ->> 'avgLatency' from test_result where test_id = ?", test))
                .containsExactly("10.0");
        assertThat(database.lines("select 1 from outbox where data like '%' || ? || '%'", test)).hasSize(2);
    }

    @Test
    void theRoundsOfATestWhoseIntervalIsKnownAreAsLong() {
        var interval = 300;
        var start = now.getEpochSecond() / interval * interval - interval;
        call(ALL).contentType("application/json")
                .body("{\"test\": {\"testId\": \"%s\", \"type\": \"agent-to-server\", \"interval\": %d}, \"results\": []}"
                        .formatted(test, interval)
                        .replace("[]", "[{\"agent\": {\"agentId\": \"1\"}, \"roundId\": %d}]".formatted(start)))
                .post("/v7/test-results")
                .then()
                .statusCode(200);
        var batch = new OtlpBatch().of(test, "agent-to-server", "2")
                .measured("network.loss", "%", 5, Instant.ofEpochSecond(start + 30), Map.of())
                .of(test, "agent-to-server", "3")
                .measured("network.loss", "%", 5, Instant.ofEpochSecond(start + 230), Map.of());

        assertThat(post(ALL, batch.protobuf()).statusCode()).isEqualTo(200);

        assertThat(database.lines("select distinct round_id from test_result where test_id = ?", test))
                .containsExactly(Long.toString(start));
    }

    @Test
    void jsonIsTakenInOtlpsForm() throws IOException {
        var body = """
                {"resourceMetrics": [{"resource": {"attributes": [
                    {"key": "thousandeyes.test.id", "value": {"stringValue": "%s"}},
                    {"key": "thousandeyes.monitor.id", "value": {"intValue": "7"}},
                    {"key": "network.as.path", "value": {"arrayValue": {"values": [{"intValue": "64500"}, {"intValue": "64501"}]}}},
                    {"key": "network.prefix", "value": {"stringValue": "203.0.113.0/24"}}]},
                  "scopeMetrics": [{"metrics": [
                    {"name": "bgp.reachability", "unit": "%%", "gauge": {"dataPoints": [{"asDouble": 50, "timeUnixNano": "%d000000000"}]}},
                    {"name": "bgp.path_changes.count", "sum": {"dataPoints": [{"asInt": "3", "timeUnixNano": "%d000000000"}]}}]}]}]}"""
                .formatted(test, now.getEpochSecond(), now.getEpochSecond());

        call(ALL).contentType("application/json")
                .body(body)
                .post("/v1/metrics")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(equalTo("{}"));

        var result = told();
        assertThat(result.test().type()).isEqualTo(TestType.BGP);
        assertThat(result.target().prefix()).isEqualTo("203.0.113.0/24");
        assertThat(result.measurements().number("pathChanges")).hasValue(3);
        assertThat(result.measurements().parts("bgpHops")).hasSize(2);
    }

    @Test
    void whatIsNoResultIsRejectedByCountAndTheRestIsStored() throws IOException {
        var batch = new OtlpBatch().of(test, "agent-to-server", "58")
                .measured("network.loss", "%", 5, now, Map.of())
                .measured("process.cpu.time", "s", 5, now, Map.of())
                .measured("network.latency", "s", Double.NaN, now, Map.of())
                .measured("network.jitter", "ms", 5, now.plusSeconds(800_000), Map.of())
                .measured("network.loss", "%", 5, now, Map.of("thousandeyes.account.id", "12"))
                .ofResource(Map.of("service.name", "x"))
                .measured("network.loss", "%", 5, now, Map.of());

        var answer = post(ALL, batch.protobuf());

        assertThat(answer.statusCode()).isEqualTo(200);
        var partial = ExportMetricsServiceResponse.parseFrom(answer.asByteArray()).getPartialSuccess();
        assertThat(partial.getRejectedDataPoints()).isEqualTo(5);
        assertThat(partial.getErrorMessage()).contains("'process.cpu.time' is no metric of ThousandEyes")
                .contains("'network.loss' lacks the attribute thousandeyes.test.id")
                .contains("'network.latency' has no finite value")
                .contains("lies more than 7 days ahead")
                .contains("not assigned to account group '12'");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theAccountGroupIsThatOfTheStreamUnlessTheCallerNamesOne() {
        var stream = Map.of("thousandeyes.test.id", test, "thousandeyes.source.agent.id", "1", "thousandeyes.account.id", "13");
        var batch = new OtlpBatch().ofResource(stream).measured("network.loss", "%", 5, now, Map.of()).protobuf();

        assertThat(post(TWO_GROUPS, batch).statusCode()).isEqualTo(200);
        assertThat(call(TWO_GROUPS).config(BINARY).contentType(PROTOBUF).body(batch).post("/v1/metrics?aid=11").statusCode())
                .isEqualTo(200);

        assertThat(database.lines("select account_group from test_result where test_id = ? order by 1", test))
                .containsExactly("11", "13");
    }

    @Test
    void aZipBombIsRefusedAndNothingStored() {
        var bomb = OtlpBatch.gzip(new byte[50_000_000]);

        var answer = post(ALL, bomb, "gzip");

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.contentType()).isEqualTo(PROTOBUF);
        assertThat(answer.asString()).contains("Inflated, the request body is larger than");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWithAStatus() {
        post(ALL, new byte[2_000_000]).then()
                .statusCode(413)
                .body("code", equalTo(8))
                .body("message", containsString("larger"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "[]", "{", "7", "null", "{\"resourceMetrics\": 7}" })
    void nonsenseInJsonIsRefusedWithAStatus(String body) {
        call(ALL).contentType("application/json")
                .body(body)
                .post("/v1/metrics")
                .then()
                .statusCode(400)
                .contentType("application/json")
                .body("code", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"resourceMetrics\": []}",
            "{\"resourceMetrics\": [7, {\"scopeMetrics\": [null, {\"metrics\": {}}]}]}",
            "{\"resourceMetrics\": [{\"resource\": [], \"scopeMetrics\": [{\"metrics\": [{\"name\": [], \"gauge\": {\"dataPoints\": [1]}}]}]}]}" })
    void strangeShapesAreNoFailureOfOurs(String body) {
        call(ALL).contentType("application/json").body(body).post("/v1/metrics").then().statusCode(200);
    }

    @Test
    void nonsenseInProtobufIsRefusedWithAStatus() {
        assertThat(post(ALL, "nonsense".getBytes()).statusCode()).isEqualTo(400);
        assertThat(post(ALL, "nonsense".getBytes(), "gzip").statusCode()).isEqualTo(400);
        assertThat(post(ALL, "nonsense".getBytes(), "br").statusCode()).isEqualTo(415);
        assertThat(post(ALL, new byte[0]).statusCode()).isEqualTo(200);
        call(ALL).contentType("text/plain").body("x").post("/v1/metrics").then().statusCode(415).body("code", equalTo(3));
    }

    @Test
    void whoMayNotIngestIsRefusedWithAStatus() {
        var batch = new OtlpBatch().of(test, "agent-to-server", "58")
                .measured("network.loss", "%", 5, now, Map.of())
                .protobuf();

        assertThat(post(VIEW_ONLY, batch).statusCode()).isEqualTo(403);
        assertThat(post("unknown", batch).statusCode()).isEqualTo(401);
        call(VIEW_ONLY).contentType("application/json")
                .body("{}")
                .post("/v1/metrics")
                .then()
                .statusCode(403)
                .body("code", equalTo(7));
        assertThat(rows()).isZero();
    }

    private TestResult told() throws IOException {
        var message = database.lines("select data from outbox where data like '%' || ? || '%' order by seq", test).get(0);
        return json.readValue(message, ResultRecorded.class).results().get(0);
    }

    private long rows() {
        return database.number("select count(*) from test_result where test_id = ?", test);
    }

    private static RequestSpecification call(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static Response post(String key, byte[] body) {
        return call(key).config(BINARY).contentType(PROTOBUF).body(body).post("/v1/metrics");
    }

    private static Response post(String key, byte[] body, String encoding) {
        return call(key).config(BINARY)
                .contentType(PROTOBUF)
                .header("Content-Encoding", encoding)
                .body(body)
                .post("/v1/metrics");
    }
}
