package io.tocsin.alerts.api.thousandeyes.v6;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

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
import io.tocsin.model.result.TestResult;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** wire/thousandeyes.md §4.5 and §4.7 as v6 tells it, §6.3: the course of an alert of test results. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class V6ResultAlertsTest {

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    private final int test = ThreadLocalRandom.current().nextInt(1_000_000, 1_000_000_000);
    private String rule;

    @BeforeEach
    void twoAgentsViolateOneAfterTheOther() {
        clock.set(Instant.parse("2026-03-01T13:00:00Z"));
        var created = caller().body(settings(List.of("" + test)).encode()).post("/v7/alerts/rules");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        rule = created.jsonPath().getString("ruleId");
        results.deliver(from("Oslo", 0, 20), from("Rome", 0, 0));
        results.deliver(from("Oslo", 1, 0), from("Rome", 1, 40));
    }

    @Test
    void anAgentWhichIsWellStaysListedAndIsNotActive() {
        var alert = alert();

        assertThat(alert.getInt("active")).isEqualTo(1);
        assertThat(alert.getInt("testId")).isEqualTo(test);
        assertThat(alert.getString("testName")).isEqualTo("test " + test);
        assertThat(alert.getString("type")).isEqualTo("End-to-End (Server)");
        assertThat(alert.getInt("violationCount")).isEqualTo(1);
        assertThat(alert.getList("agents.agentName")).containsExactly("Oslo", "Rome");
        assertThat(alert.getList("agents.active")).containsExactly(0, 1);
        assertThat(alert.getList("agents.dateStart")).containsExactly("2026-03-01 12:00:00", "2026-03-01 12:01:00");
        assertThat(alert.getList("agents.dateEnd")).containsExactly("2026-03-01 12:01:00", null);
        assertThat(alert.getList("agents.metricsAtStart")).containsExactly("Loss: 20%", "Loss: 40%");
        assertThat(alert.getList("apiLinks.rel")).containsExactly("related", "data", "rule", "self");
    }

    @Test
    void whileAnAgentViolatesItsMetricsAtTheEndAreThoseOfTheLatestRound() {
        results.deliver(from("Oslo", 2, 0), from("Rome", 2, 60));

        assertThat(alert().getList("agents.metricsAtEnd")).containsExactly("Loss: 0%", "Loss: 60%");
    }

    @Test
    void onceItIsClearedNoAgentIsActive() {
        results.deliver(from("Oslo", 2, 0), from("Rome", 2, 0));

        var alert = alert();
        assertThat(alert.getInt("active")).isZero();
        assertThat(alert.getString("dateEnd")).isEqualTo("2026-03-01 12:02:00");
        assertThat(alert.getInt("violationCount")).isZero();
        assertThat(alert.getList("agents.active")).containsExactly(0, 0);
        assertThat(alert.getList("agents.metricsAtEnd")).containsExactly("Loss: 0%", "Loss: 0%");
    }

    /** §4.5 (6). */
    @Test
    void whenItsRuleLetsGoOfTheTestItIsDisabled() {
        caller().body(settings(List.of("another")).encode()).put("/v7/alerts/rules/" + rule).then().statusCode(200);
        results.deliver(from("Oslo", 2, 20));

        var alert = alert();
        assertThat(alert.getInt("active")).isEqualTo(2);
        assertThat(alert.getList("agents.active")).containsOnly(2);
        assertThat(caller().get("/v7/alerts/" + alerts.of(rule).get(0).getString("id")).jsonPath().getString("state"))
                .isEqualTo("clear");
    }

    @Test
    void theXmlHasTheSameAgents() {
        var id = alerts.of(rule).get(0).getString("id");

        var xml = caller().get("/alerts/" + id + ".xml");

        V6Schema.validate(xml.asString());
        assertThat(xml.xmlPath().getList("alerts.alert.agents.agentName")).containsExactly("Oslo", "Rome");
        assertThat(xml.xmlPath().getList("alerts.alert.agents.active")).containsExactly("0", "1");
    }

    private JsonPath alert() {
        var id = alerts.of(rule).get(0).getString("id");
        return caller().get("/v6/alerts/" + id + ".json").jsonPath().setRootPath("alert[0]");
    }

    private TestResult from(String source, long minute, double loss) {
        return resultOf("" + test).from(source).in(minute).losing(loss);
    }

    private static JsonObject settings(List<String> tests) {
        return Alerts.settings("((loss >= 10%))", true).put("alertType", "end-to-end-server").put("testIds", tests);
    }
}
