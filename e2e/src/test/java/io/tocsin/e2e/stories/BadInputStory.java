package io.tocsin.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.response.Response;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;

/** Input that must not hurt, through the front door: each gets a clear error in its caller's dialect, never a 5xx. */
@Story
class BadInputStory {

    private static final String EVENTS = "/api/v1/events";
    private static final String RULES = "/v7/alerts/rules";
    private static final String RULE = """
            {"ruleName": "r", "alertType": "event", "roundsViolatingOutOf": 1, "expression": "%s", "notifications": \
            {"email": {"recipients": [%s], "message": ""}}}""";
    private static final String GOOD_EXPRESSION = "events(\\\"status:error\\\").rollup(\\\"count\\\").last(\\\"5m\\\") >= 1";

    private static Stream<String> badEvents() {
        return Stream.of(
                "",
                "{",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{}",
                "{\"title\": \"t\"}",
                "{\"title\": 7, \"text\": {}}",
                "{\"title\": \"t\", \"text\": [\"x\"]}",
                "{\"title\": \"t\", \"text\": \"x\", \"tags\": \"a:b\"}",
                "{\"title\": \"t\", \"text\": \"x\", \"tags\": [1, {}, null]}",
                "{\"title\": \"t\", \"text\": \"x\", \"date_happened\": \"yesterday\"}",
                "{\"title\": \"t\", \"text\": \"x\", \"date_happened\": 1}",
                "{\"title\": \"t\", \"text\": \"x\", \"date_happened\": 1e300}",
                "{\"title\": \"t\", \"text\": \"x\", \"alert_type\": \"purple\"}",
                "{\"title\": \"t\", \"text\": \"x\", \"priority\": \"urgent\"}",
                "{\"title\": \"t\", \"text\": \"x\", \"aggregation_key\": \"" + "k".repeat(5_000) + "\"}",
                "{\"a\":".repeat(2_000),
                "[".repeat(100_000),
                "\u0000\u0001",
                "{\"title\": \"t\", \"text\": \"" + "x".repeat(2 << 20) + "\"}");
    }

    @ParameterizedTest
    @MethodSource("badEvents")
    void aBadEventIsRefusedAsDatadogWould(String body, Tocsin tocsin) {
        var answer = tocsin.http().datadog().body(body).post(EVENTS);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.jsonPath().getList("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "start=x&end=y", "start=1", "start=2&end=1", "start=-1&end=9e9x", "start=0&end=1&page=-1",
            "start=0&end=1&priority=purple", "start=0&end=1&page=99999999999", "start=%00&end=%ff", "nothing=1" })
    void aBadSearchIsRefusedAsDatadogWould(String query, Tocsin tocsin) {
        var answer = tocsin.http().datadog().get(EVENTS + "?" + query);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.jsonPath().getList("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "0", "-1", "abc", "1.5", "99999999999999999999", "%00", "9223372036854775807" })
    void anUnknownEventIsNotFoundOrRefused(String id, Tocsin tocsin) {
        var answer = tocsin.http().datadog().get(EVENTS + "/" + id);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.jsonPath().getList("errors")).isNotEmpty();
    }

    private static Stream<String> badRules() {
        return Stream.of(
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"ruleName\": 7}",
                "{\"ruleName\": \"r\", \"alertType\": \"event\", \"roundsViolatingOutOf\": \"many\"}",
                rule(GOOD_EXPRESSION, "\"no address\""),
                rule(GOOD_EXPRESSION, "7"),
                rule(GOOD_EXPRESSION, "\"a@example.com\\r\\nBcc: b@example.com\""),
                rule("", "\"a@example.com\""),
                rule("events(", "\"a@example.com\""),
                rule("events(\\\"host:(\\\").rollup(\\\"count\\\").last(\\\"5m\\\") >= 1", "\"a@example.com\""),
                rule("events(\\\"*\\\").rollup(\\\"count\\\").last(\\\"5m\\\") >= -1", "\"a@example.com\""),
                rule("events(\\\"*\\\").rollup(\\\"count\\\").last(\\\"99999999w\\\") >= 1", "\"a@example.com\""),
                rule("events(\\\"" + "(".repeat(20_000) + "\\\").rollup(\\\"count\\\").last(\\\"5m\\\") >= 1",
                        "\"a@example.com\""),
                rule(GOOD_EXPRESSION, "\"" + "a".repeat(2 << 20) + "@example.com\""));
    }

    @ParameterizedTest
    @MethodSource("badRules")
    void aBadRuleIsRefusedAsThousandEyesWould(String body, Tocsin tocsin) {
        var answer = tocsin.http().authorized().body(body).post(RULES);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThatItIsAProblem(answer);
    }

    @Test
    void theErrorOfAnExpressionSaysWhereItIs(Tocsin tocsin) {
        var answer = tocsin.http()
                .authorized()
                .body(rule("events(\\\"status:error\\\").rollup(\\\"sum\\\").last(\\\"5m\\\") >= 1", "\"a@example.com\""))
                .post(RULES);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("expression").containsPattern("(column|position|at) ?\\d+|\\^");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/v7/alerts?window=x", "/v7/alerts?startDate=x", "/v7/alerts?state=purple", "/v7/alerts?cursor=x",
            "/v7/alerts?max=x", "/v7/alerts?window=1h&startDate=2026-01-01T00:00:00Z", "/v7/alerts?aid=999",
            "/v7/alerts/not-a-uuid", "/v7/alerts/00000000-0000-0000-0000-000000000000", "/v7/alerts/rules/0",
            "/v7/alerts/rules/abc", "/v7/alerts/rules/99999999999999999999", "/v7/alerts/rules?aid=999",
            "/v7/audit-user-events?window=x", "/v7/audit-user-events?cursor=x", "/v7/audit-user-events?aid=999",
            "/v7/audit-user-events?startDate=2026-13-45T00:00:00Z", "/notifications/deliveries?cursor=x",
            "/notifications/deliveries?state=purple", "/notifications/deliveries?aid=999", "/notifications/deliveries/x",
            "/notifications/nothing", "/v7/alerts/nothing/here", "/inbox", "/q/health", "/api/../inbox", "/api/%2e%2e/inbox" })
    void aBadQuestionIsRefusedWithAReason(String path, Tocsin tocsin) {
        var answer = tocsin.http().authorized().get(path);

        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThatItIsAProblem(answer);
    }

    @ParameterizedTest
    @CsvSource({ "/v7/alerts", "/v7/alerts/rules", "/v7/audit-user-events", "/notifications/deliveries" })
    void aBadKeyIsRefused(String path, Tocsin tocsin) {
        var answers = List.of(
                tocsin.http().anonymous().get(path),
                tocsin.http().authorized("nonsense").get(path),
                tocsin.http().authorized("x".repeat(7_000)).get(path),
                tocsin.http().anonymous().header("Authorization", "Basic !!!").get(path));

        assertThat(answers).extracting(Response::statusCode).containsOnly(401);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.jsonPath().getString("error")).isEqualTo("invalid_token"));
    }

    @Test
    void aBadKeyIsRefusedAsDatadogWould(Tocsin tocsin) {
        var answers = List.of(
                tocsin.http().anonymous().body("{}").post(EVENTS),
                tocsin.http().anonymous().header("DD-API-KEY", "nonsense").body("{}").post(EVENTS),
                tocsin.http().anonymous().header("DD-API-KEY", "nonsense").get("/api/v1/validate"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(403);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.jsonPath().getList("errors")).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({ "/api/v1/events", "/v7/alerts", "/v7/alerts/rules", "/v7/audit-user-events", "/notifications/deliveries" })
    void aMethodThatDoesNotExistIsNotAllowed(String path, Tocsin tocsin) {
        var answer = tocsin.http().authorized().header("DD-API-KEY", tocsin.platform().key().value()).patch(path);

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    private static String rule(String expression, String recipients) {
        return RULE.formatted(expression, recipients);
    }

    private static void assertThatItIsAProblem(Response answer) {
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(answer.statusCode());
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
    }
}
