package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** POST /v7/alerts/rules/{ruleId}/explain for rules of test results. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ExplainedResultsTest {

    private static final AtomicInteger TESTS = new AtomicInteger(7000);
    private static final long START = Instant.parse("2026-03-01T12:00:00Z").getEpochSecond();

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    Pool pool;

    @Inject
    SettableClock clock;

    private final String test = Integer.toString(TESTS.incrementAndGet());

    @BeforeEach
    void itIsNoon() {
        clock.set(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void resultsWhichCompleteXOfYAreToldToOpenAnAlertAndToMailItsRecipients() {
        var rule = rule(settings().put("roundsViolatingOutOf", 3).put("roundsViolatingRequired", 2).put("minimumSources", 2));
        results.deliver(resultOf(test).from("Oslo").in(0).losing(20), resultOf(test).from("Rome").in(0).losing(20));

        var explained = explain(rule, body(result("Oslo", 1, 30), result("Rome", 1, 40), result("Lima", 1, 0)));

        assertThat(explained.getString("tests[0].watched.because")).contains("names the test");
        assertThat(explained.getList("tests[0].rounds[0].sources.state")).containsExactly("violates", "violates", "well");
        assertThat(explained.getString("tests[0].rounds[0].sources[0].because")).contains("Loss: 30%");
        assertThat(explained.getBoolean("tests[0].rounds[0].sources[2].conditions.holds")).isFalse();
        assertThat(explained.getBoolean("tests[0].rounds[0].globalCondition.holds")).isTrue();
        assertThat(explained.getString("tests[0].rounds[0].globalCondition.roundsNeeded")).isEqualTo("2 of 3");
        assertThat(explained.getInt("tests[0].rounds[0].globalCondition.sourcesNeeded")).isEqualTo(2);
        assertThat(explained.getList("tests[0].outcome.what")).containsExactly("opens");
        assertThat(explained.getString("tests[0].outcome[0].startDate")).isEqualTo("2026-03-01T12:01:00Z");
        assertThat(explained.getList("tests[0].outcome[0].sources")).containsExactly("Oslo", "Rome");
        assertThat(explained.getList("tests[0].outcome[0].tells")).containsExactly("ann@example.com");
    }

    @Test
    void theExampleOfTheDocumentationIsTrue() throws IOException {
        var page = Files.readString(Path.of("../docs/dialects/thousandeyes.md"));
        var from = page.indexOf("{\"ruleId\"");
        var example = new JsonObject(page.substring(from, page.indexOf("```", from)));
        var rule = rule(settings().put("ruleName", "loss")
                .put("testIds", List.of("817"))
                .put("roundsViolatingOutOf", 3)
                .put("roundsViolatingRequired", 2)
                .put("minimumSources", 2));
        var body = body(result("Oslo", 1, 30), result("Rome", 1, 0));
        body.getJsonObject("test").put("testId", "817");
        body.getJsonArray("results").getJsonObject(0).getJsonObject("agent").put("agentId", "58");
        body.getJsonArray("results").getJsonObject(1).getJsonObject("agent").put("agentId", "59");

        var answer = caller().body(body.encode()).post("/v7/alerts/rules/" + rule + "/explain");

        assertThat(new JsonObject(answer.asString())).isEqualTo(example.put("ruleId", rule));
    }

    @Test
    void whatIsExplainedHappensWhenTheResultsCome() {
        var rule = rule(settings());

        var explained = explain(rule, body(result("Oslo", 1, 30)));
        results.deliver(resultOf(test).from("Oslo").in(1).losing(30));

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("startDate"))
                        .isEqualTo(explained.getString("tests[0].outcome[0].startDate")));
    }

    @Test
    void anExplanationChangesNothing() {
        var rule = rule(settings());
        results.deliver(resultOf(test).from("Oslo").in(0).losing(20));
        var before = everything();

        explain(rule, body(result("Oslo", 1, 0), result("Rome", 1, 90)));
        explain(rule, new JsonObject().put("testId", "never heard of"));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void eachConditionOfAnExpressionIsToldByItself() {
        var rule = rule(settings().put("expression", "((loss >= 10%) && (avgLatency >= 100 ms))"));

        var explained = explain(rule, body(result("Oslo", 1, 30).put("avgLatency", 20)));

        var conditions = "tests[0].rounds[0].sources[0].conditions";
        assertThat(explained.getBoolean(conditions + ".holds")).isFalse();
        assertThat(explained.getList(conditions + ".parts.holds")).containsExactly(true, false);
        assertThat(explained.getList(conditions + ".parts.measured")).containsExactly("Loss: 30%", "Average latency: 20 ms");
        assertThat(explained.getString("tests[0].outcome[0].because")).isEqualTo("No source violates, so no alert opens.");
    }

    @Test
    void aClearIsToldToNobodyWhoDoesNotWantIt() {
        var rule = rule(settings().put("notifyOnClear", false));
        results.deliver(resultOf(test).from("Oslo").in(0).losing(20));

        var explained = explain(rule, body(result("Oslo", 1, 0)));

        assertThat(explained.getList("tests[0].openAlert.violating")).containsExactly("Oslo");
        assertThat(explained.getString("tests[0].outcome[0].what")).isEqualTo("clears");
        assertThat(explained.getString("tests[0].outcome[0].alertId")).isEqualTo(explained.getString(
                "tests[0].openAlert.alertId"));
        assertThat(explained.getList("tests[0].outcome[0].tells")).isEmpty();
        assertThat(explained.getString("tests[0].outcome[0].because")).contains("notifyOnClear");
    }

    @Test
    void aLateViolationIsToldToOpenAgainWhatHadCleared() {
        var rule = rule(settings());
        results.deliver(resultOf(test).from("Oslo").in(0).losing(20), resultOf(test).from("Oslo").in(1).losing(0));

        var explained = explain(rule, body(result("Rome", 1, 50)));

        assertThat((Object) explained.get("tests[0].openAlert")).isNull();
        assertThat(explained.getString("tests[0].outcome[0].what")).isEqualTo("opens-again");
        assertThat(explained.getList("tests[0].outcome[0].sources")).containsExactly("Oslo", "Rome");
        assertThat(explained.getList("tests[0].outcome[0].tells")).containsExactly("ann@example.com");
    }

    @Test
    void aSourceWhichJoinsIsToldToNobody() {
        var rule = rule(settings());
        results.deliver(resultOf(test).from("Oslo").in(0).losing(20));

        var explained = explain(rule, body(result("Oslo", 1, 30), result("Rome", 1, 50)));

        assertThat(explained.getString("tests[0].outcome[0].what")).isEqualTo("goes-on");
        assertThat(explained.getList("tests[0].outcome[0].tells")).isEmpty();
        assertThat(explained.getString("tests[0].outcome[0].because")).contains("join");
    }

    @Test
    void bracketsADirectionAndAnotherLayerLeaveResultsOut() {
        var scoped = rule(settings().put("expression", "[(locationId in {\"id-of-Oslo\"})]((loss >= 10%))"));
        var directed = rule(settings().put("direction", "to-target"));
        var body = body(result("Oslo", 1, 30), result("Rome", 1, 50).put("direction", "from-target"));

        var byScope = explain(scoped, body);
        var byDirection = explain(directed, body);
        var byLayer = explain(directed, body(result("Oslo", 1, 30)).put("layer", "http-server"));

        assertThat(byScope.getList("tests[0].rounds[0].sources.state")).containsExactly("violates", "out-of-scope");
        assertThat(byScope.getBoolean("tests[0].rounds[0].sources[1].scope.holds")).isFalse();
        assertThat(byDirection.getList("tests[0].rounds[0].sources.state")).containsExactly("violates", "other-direction");
        assertThat(byLayer.getList("tests[0].rounds[0].sources.state")).containsExactly("other-layer");
        assertThat(byLayer.getString("tests[0].watched.because")).contains("does not look at results of layer http-server");
    }

    @Test
    void aSuppressionWindowIsNamedWithWhatItDoes() {
        var rule = rule(settings());
        window("real-time");

        var muted = explain(rule, body(result("Oslo", 1, 30)));
        window("scheduled");
        var leftOut = explain(rule, body(result("Oslo", 1, 30)));

        assertThat(muted.getString("tests[0].rounds[0].suppression.type")).isEqualTo("real-time");
        assertThat(muted.getList("tests[0].rounds[0].suppression.windows.name")).containsExactly("real-time window");
        assertThat(muted.getString("tests[0].outcome[0].what")).isEqualTo("opens");
        assertThat(muted.getList("tests[0].outcome[0].tells")).isEmpty();
        assertThat(leftOut.getString("tests[0].rounds[0].suppression.type")).isEqualTo("scheduled");
        assertThat(leftOut.getString("tests[0].rounds[0].sources[0].state")).isEqualTo("suppressed");
        assertThat(leftOut.getString("tests[0].outcome[0].what")).isEqualTo("nothing");
    }

    @Test
    void aTestWhichTheRuleDoesNotWatchIsSaidToBeNone() {
        var rule = rule(settings().put("testIds", List.of("another")));

        var explained = explain(rule, body(result("Oslo", 1, 30)));

        assertThat(explained.getBoolean("tests[0].watched.holds")).isFalse();
        assertThat(explained.getString("tests[0].watched.because")).contains("does not name the test");
        assertThat(explained.getString("tests[0].rounds[0].sources[0].state")).isEqualTo("violates");
        assertThat(explained.getString("tests[0].outcome[0].what")).isEqualTo("nothing");
    }

    @Test
    void theLastRoundsAreToldAsFarAsTheyAreKept() {
        var rule = rule(settings().put("roundsViolatingOutOf", 2).put("roundsViolatingRequired", 2));
        results.deliver(resultOf(test).from("Oslo").in(0).losing(20), resultOf(test).from("Rome").in(0).losing(0));
        results.deliver(resultOf(test).from("Oslo").in(1).losing(30));

        var explained = explain(rule, new JsonObject().put("testId", test).put("rounds", 3));

        assertThat(explained.getList("tests[0].rounds.date")).containsExactly("2026-03-01T12:00:00Z", "2026-03-01T12:01:00Z");
        assertThat(explained.getList("tests[0].rounds[0].sources.state")).containsExactly("violates", "well");
        assertThat(explained.getList("tests[0].rounds[1].sources.state")).containsExactly("violates", "silent");
        assertThat(explained.getList("tests[0].rounds.globalCondition.holds")).containsExactly(false, true);
        assertThat(explained.getString("tests[0].openAlert.startDate")).isEqualTo("2026-03-01T12:01:00Z");
        assertThat(explained.getList("tests[0].notKnown")).anySatisfy(what -> assertThat((String) what).startsWith(
                "Rounds before 2026-03-01T12:00:00Z"));
        assertThat((Object) explained.get("tests[0].outcome")).isNull();
    }

    @Test
    void ofATestNobodyHeardOfNothingIsKnown() {
        var explained = explain(rule(settings()), new JsonObject().put("testId", "never heard of"));

        assertThat(explained.getList("tests[0].rounds")).isEmpty();
        assertThat(explained.getList("tests[0].notKnown")).containsExactly("Every round: nothing is kept of this test.");
    }

    @Test
    void aRoundWhichIsSettledIsTooLate() {
        var rule = rule(settings());
        results.deliver(resultOf(test).from("Oslo").in(0).losing(0), resultOf(test).from("Oslo").in(60).losing(0));

        var explained = explain(rule, body(result("Oslo", 0, 50)));

        assertThat(explained.getString("tests[0].rounds[0].sources[0].state")).isEqualTo("too-late");
        assertThat(explained.getString("tests[0].outcome[0].because")).contains("too late");
    }

    private JsonObject settings() {
        return Alerts.settings("((loss >= 10%))", true).put("alertType", "end-to-end-server").put("testIds", List.of(test));
    }

    private static String rule(JsonObject settings) {
        return caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");
    }

    private static JsonPath explain(String rule, JsonObject body) {
        var answer = caller().body(body.encode()).post("/v7/alerts/rules/" + rule + "/explain");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private JsonObject body(JsonObject... given) {
        return new JsonObject()
                .put("test", new JsonObject().put("testId", test).put("type", "agent-to-server").put("testName", "shop"))
                .put("results", new JsonArray(List.of(given)));
    }

    private static JsonObject result(String source, long minute, double loss) {
        return new JsonObject().put("agent", new JsonObject().put("agentId", "id-of-" + source).put("agentName", source))
                .put("roundId", START + 60 * minute)
                .put("loss", loss);
    }

    private void window(String type) {
        var window = new JsonObject().put("name", type + " window")
                .put("startDate", "2026-03-01T12:00:00Z")
                .put("duration", 600)
                .put("suppressionType", type)
                .put("testIds", List.of(test));
        caller().body(window.encode()).post("/v7/alert-suppression-windows").then().statusCode(201);
    }

    private List<String> everything() {
        var rows = new ArrayList<String>();
        for (var table : List.of("alert_rule", "alert", "alert_source", "test_log", "test_baseline", "event_match", "outbox")) {
            await(() -> pool.query("select t::text as row from " + table + " t order by 1").execute())
                    .forEach(row -> rows.add(table + row.getString("row")));
        }
        return rows;
    }
}
