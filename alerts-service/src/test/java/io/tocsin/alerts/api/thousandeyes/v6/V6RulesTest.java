package io.tocsin.alerts.api.thousandeyes.v6;

import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** wire/thousandeyes.md §6.2. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class V6RulesTest {

    @Inject
    Pool pool;

    private static final String LATE = """
            {"ruleName": "Slow", "expression": "((responseTime >= 500 ms))", "alertType": "HTTP Server", "notifyOnClear": 1, "default": 0,
             "minimumSources": 2, "roundsViolatingOutOf": 3, "roundsViolatingRequired": 2, "roundsViolatingMode": "ANY",
             "direction": "TO_TARGET", "severity": "MAJOR", "includeCoveredPrefixes": 0, "testIds": [12, 34],
             "notifications": {"email": {"message": "look", "recipient": ["ann@example.com"]}}}
            """;

    private static final String SEED = """
            {"ruleName": "Seed", "notes": "old", "expression": "((probDetail != \\"\\"))", "alertType": "DNS+ Server", "roundsBeforeTrigger": 2,
             "recipient": ["bob@example.com"], "notifyOnClear": 0}
            """;

    @Test
    void aRuleOfLateV6IsMadeAndReadInBothVersions() {
        var made = caller().body(LATE).post("/v6/alert-rules/new.json");

        var id = made.jsonPath().getLong("alertRuleId");
        made.then().statusCode(201).body("ruleId", equalTo((int) id));
        caller().get("/v6/alert-rules/" + id + ".json")
                .then()
                .statusCode(200)
                .body("alertRules[0].alertType", equalTo("HTTP Server"))
                .body("alertRules[0].notifyOnClear", equalTo(1))
                .body("alertRules[0].default", equalTo(0))
                .body("alertRules[0].includeCoveredPrefixes", equalTo(0))
                .body("alertRules[0].roundsViolatingOutOf", equalTo(3))
                .body("alertRules[0].roundsViolatingRequired", equalTo(2))
                .body("alertRules[0].roundsViolatingMode", equalTo("ANY"))
                .body("alertRules[0].direction", equalTo("TO_TARGET"))
                .body("alertRules[0].severity", equalTo("MAJOR"))
                .body("alertRules[0].recipient", contains("ann@example.com"))
                .body("alertRules[0].notifications.email.message", equalTo("look"))
                .body("alertRules[0].notifications.email.recipient", contains("ann@example.com"));
        caller().get("/v7/alerts/rules/" + id)
                .then()
                .body("alertType", equalTo("http-server"))
                .body("alertGroupType", equalTo("cloud-enterprise"))
                .body("severity", equalTo("major"))
                .body("direction", equalTo("to-target"))
                .body("notifyOnClear", equalTo(true))
                .body("testIds", contains("12", "34"));
    }

    @Test
    void aRuleOfTheSeedIsMadeAndListedWithItsMembers() {
        var id = caller().body(SEED).post("/v6/alert-rules/new").then().statusCode(201).extract().jsonPath().getInt("ruleId");

        var listed = caller().get("/alert-rules.json");

        var rule = "alertRules.find { it.ruleId == " + id + " }.";
        listed.then()
                .statusCode(200)
                .header("X-Organization-Rate-Limit-Remaining", notNullValue())
                .body(rule + "notes", equalTo("old"))
                .body(rule + "expression", equalTo("((probDetail != \"\"))"))
                .body(rule + "alertType", equalTo("DNS Server"))
                .body(rule + "roundsBeforeTrigger", equalTo(2))
                .body(rule + "roundsViolatingOutOf", equalTo(2))
                .body(rule + "notifyOnClear", equalTo(0))
                .body(rule + "default", equalTo(0))
                .body(rule + "minimumSources", nullValue())
                .body(rule + "recipient", contains("bob@example.com"));
        V6Schema.validate(caller().get("/alert-rules.xml").asString());
    }

    /** §6.2. */
    @Test
    void rulesOfEndpointAgentsAreNotListed() {
        var id = caller().body("""
                {"ruleName": "Laptops", "expression": "((loss >= 50%))", "alertType": "endpoint-network-server", "roundsViolatingOutOf": 1}
                """).post("/v7/alerts/rules").then().statusCode(201).extract().jsonPath().getInt("ruleId");

        caller().get("/alert-rules").then().statusCode(200).body("alertRules.ruleId", not(hasItem(id)));
        caller().get("/v7/alerts/rules").then().body("alertRules.ruleId", hasItem("" + id));
    }

    @Test
    void anUpdateChangesWhatItNames() {
        var id = caller().body(LATE).post("/v6/alert-rules/new.json").jsonPath().getInt("ruleId");

        caller().body("{\"ruleName\": \"Slower\", \"roundsBeforeTrigger\": 4}")
                .post("/v6/alert-rules/" + id + "/update.json")
                .then()
                .statusCode(200)
                .body("alertRuleId", equalTo(id))
                .body("ruleName", equalTo("Slower"))
                .body("roundsViolatingOutOf", equalTo(4))
                .body("roundsViolatingRequired", equalTo(4))
                .body("minimumSources", equalTo(2))
                .body("recipient", contains("ann@example.com"));
    }

    @Test
    void aDeletedRuleIsGone() {
        var id = caller().body(LATE).post("/v6/alert-rules/new.json").jsonPath().getInt("ruleId");

        caller().post("/v6/alert-rules/" + id + "/delete.json").then().statusCode(204);

        caller().get("/v6/alert-rules/" + id + ".json").then().statusCode(404).body("errorMessage", notNullValue());
        caller().get("/alert-rules").then().body("alertRules.ruleId", not(hasItem(id)));
        caller().post("/v6/alert-rules/" + id + "/delete.json").then().statusCode(404);
        caller().body(LATE).post("/v6/alert-rules/" + id + "/update.json").then().statusCode(404);
    }

    @Test
    void eachChangeIsToldToTheAuditLog() {
        var id = caller().body(LATE.replace("Slow", "Told v6")).post("/v6/alert-rules/new.json").jsonPath().getInt("ruleId");
        caller().body("{\"severity\": \"MINOR\"}").post("/v6/alert-rules/" + id + "/update.json");
        caller().post("/v6/alert-rules/" + id + "/delete.json");

        var told = new ArrayList<JsonObject>();
        await(() -> pool.query("select data from outbox where data like '%Told v6%' order by seq").execute())
                .forEach(row -> told.add(new JsonObject(row.getString("data"))));

        assertThat(told).extracting(event -> event.getString("event"))
                .containsExactly("Alert rule created.", "Alert rule updated.", "Alert rule deleted.");
        assertThat(told.get(1).getJsonObject("change").getJsonObject("after").getString("severity")).isEqualTo("minor");
    }

    @Test
    void changesAreAnsweredInXmlAsWell() {
        var made = caller().body(LATE).post("/v6/alert-rules/new.xml");

        made.then().statusCode(201).contentType("text/xml;charset=UTF-8");
        V6Schema.validate(made.asString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'alertType': 'Carrier Pigeon'|alertType: 'Carrier Pigeon' is no alert type",
            "'expression': '((loss > 5%))'|expression: column",
            "'roundsViolatingRequired': 9|roundsViolatingRequired: must not be greater",
            "'roundsViolatingOutOf': 'x'|roundsViolatingOutOf",
            "'notifyOnClear': 7.5|notifyOnClear",
            "'severity': 'LOUD'|severity: must be",
            "'ruleName': ''|ruleName: must not be blank",
            "'notifications': {'webhook': [{'integrationId': 'x'}]}|notifications.webhook[0].integrationId: must be the id of a connector",
            "'notifications': {'email': {'recipient': ['nobody']}}|notifications.email.recipients" })
    void whatIsWrongIsSaid(String member, String message) {
        var body = LATE.strip().replaceFirst("}$", ", " + member.replace('\'', '"') + "}");
        caller().body(body)
                .post("/v6/alert-rules/new.json")
                .then()
                .statusCode(400)
                .body("errorMessage", containsString(message));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "{}", "7", "<alertRule/>" })
    void whatIsNoRuleIsRefused(String body) {
        caller().body(body).post("/v6/alert-rules/new.json").then().statusCode(400).body("errorMessage", notNullValue());
    }

    @Test
    void changesNeedTheirPermission() {
        caller(TestSetUp.VIEW_ONLY).get("/alert-rules").then().statusCode(200);
        caller(TestSetUp.VIEW_ONLY).body(LATE).post("/v6/alert-rules/new").then().statusCode(403);
        caller(TestSetUp.NOTHING).get("/alert-rules").then().statusCode(403).body("errorMessage", notNullValue());
        assertThat(caller("nobody").get("/alert-rules").statusCode()).isEqualTo(401);
    }
}
