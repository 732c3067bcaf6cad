package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** Tests which rules and suppression windows name, wire/thousandeyes.md §3.5 and §3.7. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class NamedTestsTest {

    @Inject
    ResultsService results;

    private final String known = UUID.randomUUID().toString();
    private final String unknown = UUID.randomUUID().toString();

    @Test
    void aRuleTellsOfItsTestsWhatResultsTold() {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of(unknown, known));
        var rule = caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");

        results.deliver(resultOf(known).from("Oslo").in(0).losing(0));

        caller().get("/v7/alerts/rules/" + rule)
                .then()
                .body("testIds", contains(unknown, known))
                .body("tests.testId", contains(unknown, known))
                .body("tests.testName", contains(null, "test " + known))
                .body("tests[1].type", endsWith("agent-to-server"))
                .body("tests[0].type", nullValue())
                .body("tests[1]._links.self.href", endsWith("/v7/tests/" + known));
    }

    @Test
    void aSuppressionWindowDoesToo() {
        results.deliver(resultOf(known).from("Oslo").in(0).losing(0));
        var window = new JsonObject().put("name", "w")
                .put("startDate", "2030-03-01T12:00:00Z")
                .put("duration", 600)
                .put("testIds", List.of(known));

        caller().body(window.encode())
                .post("/v7/alert-suppression-windows?expand=test")
                .then()
                .statusCode(201)
                .body("tests.testName", contains("test " + known));
    }

    @Test
    void anIdWhichNoTestCanHaveIsRefused() {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of("7", "\u0000"));
        var window = new JsonObject().put("name", "w")
                .put("startDate", "2030-03-01T12:00:00Z")
                .put("duration", 600)
                .put("testIds", List.of("\u0000"));

        caller().body(settings.encode())
                .post("/v7/alerts/rules")
                .then()
                .statusCode(400)
                .body("errors.field", contains("testIds[1]"));
        caller().body(window.encode())
                .post("/v7/alert-suppression-windows")
                .then()
                .statusCode(400)
                .body("errors.field", contains("testIds[0]"));
    }
}
