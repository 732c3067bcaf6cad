package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.alerts.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** POST /v7/alerts/rules/{ruleId}/explain for rules of events, and what it refuses. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ExplainedEventsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    private final String source = "source-" + UUID.randomUUID();

    @BeforeEach
    void itIsNoon() {
        clock.set(NOON);
    }

    @Test
    void theEventWhichReachesTheThresholdIsToldToOpenAnAlert() {
        var rule = alerts.rule(expression(2));
        events.deliver(anEvent().of(source).on("db-1").at(NOON.minusSeconds(60)));

        var explained = explain(rule, event("db-1"));

        assertThat(explained.getString("event.role")).isEqualTo("match");
        assertThat(explained.getBoolean("event.search.holds")).isTrue();
        assertThat(explained.getList("event.sources.name")).containsExactly("db-1");
        assertThat(explained.getInt("event.sources[0].before")).isEqualTo(1);
        assertThat(explained.getInt("event.sources[0].after")).isEqualTo(2);
        assertThat(explained.getString("event.sources[0].state")).isEqualTo("violates");
        assertThat(explained.getString("event.sources[0].until")).isEqualTo("2026-03-01T12:04:00Z");
        assertThat(explained.getList("event.outcome.what")).containsExactly("opens");
        assertThat(explained.getList("event.outcome[0].tells")).containsExactly("ann@example.com");
        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void anEventWhichTheSearchDoesNotFindIsToldPartByPart() {
        var rule = alerts.rule("events(\"source:%s host:db-2\").rollup(\"count\").last(\"5m\") >= 1".formatted(source));

        var explained = explain(rule, event("db-1"));

        assertThat(explained.getString("event.role")).isEqualTo("nothing");
        assertThat(explained.getList("event.search.parts.holds")).containsExactly(true, false);
        assertThat(explained.getString("event.outcome[0].what")).isEqualTo("nothing");
    }

    @Test
    void aRecoveryIsToldToClearTheAlert() {
        var rule = alerts.rule(expression(1));
        events.deliver(anEvent().of(source).on("db-1").keyed("disk").at(NOON.minusSeconds(60)));

        var explained = explain(rule, event("db-1").put("alert_type", "success").put("aggregation_key", "disk"));

        assertThat(explained.getString("event.role")).isEqualTo("recovery");
        assertThat(explained.getInt("event.sources[0].before")).isEqualTo(1);
        assertThat(explained.getInt("event.sources[0].after")).isZero();
        assertThat(explained.getString("event.outcome[0].what")).isEqualTo("clears");
        assertThat(explained.getString("event.openAlert.alertId")).isEqualTo(alerts.of(rule).get(0).getString("id"));
        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("trigger"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                            | body
            7                                                             | body
            {}                                                            | body
            {"testId": "1", "event": {}}                                  | body
            {"event": 7}                                                  | event
            {"event": {"title": "only"}}                                  | event
            {"testId": "1"}                                               | event
            {"testId": {}}                                                | testId
            {"testId": "1", "rounds": 0}                                  | rounds
            {"testId": "1", "rounds": 1e99}                               | rounds
            {"test": {"testId": "1"}, "results": [{"roundId": "x"}]}      | test.type
            {"test": {"testId": "1", "type": "api"}, "results": []}       | results
            [{"test": 7, "results": 7}]                                   | [0].test
            """)
    void aQuestionWhichCannotBeAnsweredIsRefusedByField(String body, String field) {
        var rule = alerts.rule(expression(1));

        var answer = caller().body(body).post("/v7/alerts/rules/" + rule + "/explain");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().<String>getList("errors.field")).contains(field);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        var rule = alerts.rule(expression(1));

        caller().body("{\"event\": ").post("/v7/alerts/rules/" + rule + "/explain").then().statusCode(400);
    }

    @Test
    void aRuleOfResultsIsNotAskedAboutEvents() {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of("1"));
        var rule = caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");

        var answer = caller().body(new JsonObject().put("event", event("db-1")).encode())
                .post("/v7/alerts/rules/" + rule + "/explain");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].message")).contains("end-to-end-server");
    }

    @Test
    void onlyWhoMaySeeTheRuleGetsItExplained() {
        var rule = alerts.rule(expression(1));
        var body = new JsonObject().put("event", event("db-1")).encode();

        assertThat(caller(TestSetUp.VIEW_ONLY).body(body).post("/v7/alerts/rules/" + rule + "/explain").statusCode())
                .isEqualTo(200);
        assertThat(caller(TestSetUp.NOTHING).body(body).post("/v7/alerts/rules/" + rule + "/explain").statusCode())
                .isEqualTo(403);
        assertThat(caller(TestSetUp.OTHER_ORGANIZATION).body(body).post("/v7/alerts/rules/" + rule + "/explain").statusCode())
                .isEqualTo(404);
        assertThat(caller().body(body).post("/v7/alerts/rules/" + rule + "/explain?aid=12").statusCode()).isEqualTo(404);
        assertThat(caller().body(body).post("/v7/alerts/rules/none/explain").statusCode()).isEqualTo(404);
    }

    private String expression(int threshold) {
        return "events(\"source:%s\").rollup(\"count\").by(\"host\").last(\"5m\") >= %d".formatted(source, threshold);
    }

    private JsonObject event(String host) {
        return new JsonObject().put("title", "disk full")
                .put("text", "on " + host)
                .put("alert_type", "error")
                .put("source_type_name", source)
                .put("host", host);
    }

    private static JsonPath explain(String rule, JsonObject event) {
        var answer = caller().body(new JsonObject().put("event", event).encode()).post("/v7/alerts/rules/" + rule + "/explain");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
