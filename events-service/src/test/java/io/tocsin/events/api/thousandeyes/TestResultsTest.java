package io.tocsin.events.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.TWO_GROUPS;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.model.message.ResultRecorded;
import io.tocsin.model.result.ResultSource;
import io.tocsin.test.PostgresResource;

/** Test results in as JSON (wire/thousandeyes.md §7). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class TestResultsTest {

    private static final String MESSAGES = "select data from outbox where data like '%' || ? || '%' order by seq";

    @Inject
    TestDatabase database;

    @Inject
    ObjectMapper json;

    private final String test = "t-" + UUID.randomUUID();
    private final long round = Instant.now().getEpochSecond() / 60 * 60;

    @Test
    void aResultIsStoredAndAnnouncedTogether() throws IOException {
        post(ALL, envelope(result("58", round, "\"loss\": 60.5, \"avgLatency\": 12, \"jitter\": 1"))).statusCode(200)
                .contentType("application/hal+json")
                .body("accepted", equalTo(1))
                .body("added", equalTo(1));

        var messages = database.lines(MESSAGES, test);
        assertThat(messages).hasSize(1);
        var told = json.readValue(messages.get(0), ResultRecorded.class).results().get(0);
        assertThat(told.scope()).isEqualTo(TestKeys.SCOPE);
        assertThat(told.test().name()).isEqualTo("Shop");
        assertThat(told.source().kind()).isEqualTo(ResultSource.Kind.AGENT);
        assertThat(told.source().location()).isEqualTo("Oslo, Norway");
        assertThat(told.roundId()).isEqualTo(round);
        assertThat(told.measurements().number("loss")).hasValue(60.5);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void oneMessageTellsAllResultsOfATestInARequest() throws IOException {
        var results = IntStream.rangeClosed(1, 50)
                .mapToObj(agent -> result("" + agent, round, "\"loss\": " + agent))
                .collect(Collectors.joining(","));

        post(ALL, envelope(results)).statusCode(200).body("added", equalTo(50));

        var messages = database.lines(MESSAGES, test);
        assertThat(messages).hasSize(1);
        assertThat(json.readValue(messages.get(0), ResultRecorded.class).results())
                .extracting(result -> result.source().id())
                .startsWith("1", "2", "3")
                .hasSize(50);
    }

    @Test
    void aDuplicateIsStoredOnceAndToldOnce() {
        var body = envelope(result("58", round,
                "\"loss\": 60, \"pathTraces\": [{\"hops\": [{\"hop\": 1, \"responseTime\": 3}]}]"));
        post(ALL, body).statusCode(200);

        post(ALL, body).statusCode(200).body("added", equalTo(0)).body("repeated", equalTo(1));
        post(ALL, envelope(result("58", round, "\"loss\": 60") + "," + result("58", round, "\"loss\": 60"))).statusCode(200)
                .body("repeated", equalTo(2));

        assertThat(rows()).isEqualTo(1);
        assertThat(database.lines(MESSAGES, test)).hasSize(1);
    }

    @Test
    void aRepeatWhichSaysMoreCorrectsTheResultAndIsToldWhole() throws IOException {
        post(ALL, envelope(result("58", round, "\"loss\": 60, \"jitter\": 2"))).statusCode(200);

        post(ALL, envelope(result("58", round, "\"loss\": 40, \"avgLatency\": 9"))).statusCode(200)
                .body("changed", equalTo(1));

        var messages = database.lines(MESSAGES, test);
        assertThat(messages).hasSize(2);
        var told = json.readValue(messages.get(1), ResultRecorded.class).results().get(0).measurements();
        assertThat(told.number("loss")).hasValue(40);
        assertThat(told.number("jitter")).hasValue(2);
        assertThat(told.number("avgLatency")).hasValue(9);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void lateAndOutOfOrderRoundsAreTaken() {
        var late = round - Duration.ofDays(30).toSeconds();

        post(ALL, envelope(result("58", round, "\"loss\": 1"))).statusCode(200);
        post(ALL, envelope(result("58", late, "\"loss\": 1") + "," + result("58", round - 60, "\"loss\": 1"))).statusCode(200)
                .body("added", equalTo(2));

        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void aListOfEnvelopesIsTakenWhole() {
        post(ALL, "[" + envelope(result("1", round, "\"loss\": 1")) + ","
                + envelope(result("1", round, "\"responseCode\": 200")).replace("{\"test\"",
                        "{\"layer\": \"http-server\", \"test\"")
                + "]").statusCode(200).body("added", equalTo(2));

        assertThat(database.lines("select layer from test_result where test_id = ? order by layer", test))
                .containsExactly("HTTP_SERVER", "NETWORK");
    }

    @Test
    void eachPrefixOfABgpTestIsAResultOfItsOwnWithTheHopsOfItsActiveRoutes() throws IOException {
        var monitor = "{\"monitor\": {\"monitorId\": \"7\", \"monitorName\": \"Tokyo-1\"}, \"roundId\": %d, \"prefix\": \"%s\","
                + " \"reachability\": 50, \"routes\": [{\"isActive\": true, \"hops\": [{\"asn\": 64500}]},"
                + " {\"isActive\": false, \"hops\": [{\"asn\": 64501}]}]}";

        post(ALL, envelope(monitor.formatted(round, "203.0.113.0/24") + "," + monitor.formatted(round, "198.51.100.0/24"))
                .replace("agent-to-server", "bgp")).statusCode(200).body("added", equalTo(2));

        var told = json.readValue(database.lines(MESSAGES, test).get(0), ResultRecorded.class).results().get(0);
        assertThat(told.target().prefix()).isEqualTo("203.0.113.0/24");
        assertThat(told.source().kind()).isEqualTo(ResultSource.Kind.MONITOR);
        assertThat(told.measurements().parts("bgpHops")).hasSize(1);
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsStored() {
        var sound = result("58", round, "\"loss\": 1");

        post(ALL, envelope(sound + "," + result("59", round, "\"loss\": \"much\"") + ",{\"roundId\": \"now\"}")).statusCode(400)
                .contentType("application/problem+json")
                .body("title", startsWith("Request validation failed"))
                .body("errors", hasSize(3))
                .body("errors.field", hasItem("results[1].loss"))
                .body("errors.field", hasItem("results[2].agent"))
                .body("errors.field", hasItem("results[2].roundId"));

        assertThat(rows()).isZero();
        assertThat(database.lines(MESSAGES, test)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "-2764800, began more than 31 days ago", "700000, lies more than 7 days ahead",
            "999999999999999, lies more than 7 days ahead" })
    void roundsTooFarFromNowAreRefused(long seconds, String message) {
        post(ALL, envelope(result("58", round + seconds, "\"loss\": 1"))).statusCode(400)
                .body("errors[0].field", equalTo("results[0].roundId"))
                .body("errors[0].message", startsWith(message));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "7", "\"x\"", "{}", "{", "[[]]", "[null]", "{\"test\": 1, \"results\": {}}",
            "{\"test\": {\"testId\": {}, \"type\": []}, \"results\": [1]}",
            "{\"test\": {\"testId\": \"\\u0000\", \"type\": \"x\", \"interval\": -1}, \"results\": [{\"agent\": []}]}" })
    void nonsenseIsRefused(String body) {
        post(ALL, body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void textsWhichPostgresCannotKeepAreRepaired() {
        post(ALL, envelope(result("58", round, "\"errorDetails\": \"a\\u0000b\\ud800\", \"loss\": 1e-400"))).statusCode(200);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void resultsGoToTheAccountGroupWhichTheCallerNames() {
        post(TWO_GROUPS, "?aid=13", envelope(result("58", round, "\"loss\": 1"))).statusCode(200);

        assertThat(database.lines("select account_group from test_result where test_id = ?", test)).containsExactly("13");
    }

    @Test
    void anotherAccountGroupIsRefusedAndNothingStored() {
        post(ALL, "?aid=13", envelope(result("58", round, "\"loss\": 1"))).statusCode(403);
        post(VIEW_ONLY, envelope(result("58", round, "\"loss\": 1"))).statusCode(403);
        post("unknown", envelope(result("58", round, "\"loss\": 1"))).statusCode(401).body("error", equalTo("invalid_token"));

        assertThat(rows()).isZero();
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        post(ALL, envelope(result("58", round, "\"errorDetails\": \"" + "x".repeat(2_000_000) + "\""))).statusCode(413)
                .contentType("application/problem+json");
        post(ALL, envelope(result("58", round, "\"errorDetails\": \"" + "x".repeat(200_000) + "\""))).statusCode(400)
                .body("errors[0].message", startsWith("the result of test " + test));
        given().header("Authorization", "Bearer " + ALL)
                .contentType("text/plain")
                .body("x")
                .post("/v7/test-results")
                .then()
                .statusCode(415);

        assertThat(rows()).isZero();
    }

    @Test
    void tooManyResultsAreRefused() {
        var results = IntStream.rangeClosed(1, 10_001)
                .mapToObj(agent -> "{\"agent\":{\"agentId\":\"%d\"},\"roundId\":%d}".formatted(agent, round))
                .collect(Collectors.joining(","));

        post(ALL, envelope(results)).statusCode(400)
                .body("errors[0].message", equalTo("there are 10001; one call takes at most 10000"));

        assertThat(rows()).isZero();
    }

    private long rows() {
        return database.number("select count(*) from test_result where test_id = ?", test);
    }

    private String envelope(String results) {
        return """
                {"test": {"testId": "%s", "testName": "Shop", "type": "agent-to-server", "interval": 60, "server": "shop.example:443"},
                 "results": [%s]}""".formatted(test, results).replace("\n", "");
    }

    private static String result(String agent, long round, String measured) {
        return """
                {"agent": {"agentId": "%s", "agentName": "Oslo", "location": "Oslo, Norway", "countryId": "NO"}, "roundId": %d, %s}"""
                .formatted(agent, round, measured);
    }

    private ValidatableResponse post(String key, String body) {
        return post(key, "", body);
    }

    private ValidatableResponse post(String key, String query, String body) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(body)
                .post("/v7/test-results" + query)
                .then();
    }
}
