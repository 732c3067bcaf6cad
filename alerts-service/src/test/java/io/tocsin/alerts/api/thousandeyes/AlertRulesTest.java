package io.tocsin.alerts.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class AlertRulesTest {

    private static final String EXPRESSION = "events(\\\"source:nagios  AND status:error\\\") . rollup(\\\"count\\\").last(\\\"5m\\\")  >= 3";

    private static final String MINIMAL = """
            {"ruleName": "Nagios", "expression": "%s", "alertType": "event", "roundsViolatingOutOf": 1}
            """.formatted(EXPRESSION);

    private static final String FULL = """
            {"ruleId": "7", "ruleName": "Nagios", "expression": "%s", "alertType": "event", "roundsViolatingOutOf": 1,
             "roundsViolatingRequired": 1, "roundsViolatingMode": "any", "sensitivityLevel": "medium", "minimumSources": 1,
             "description": "what", "direction": "to-target", "notifyOnClear": true, "isDefault": false,
             "alertGroupType": "cloud-enterprise", "includeCoveredPrefixes": false, "severity": "major",
             "endpointAgentIds": [], "endpointLabelIds": ["9"], "visitedSitesFilter": ["example.com"],
             "notifications": {"email": {"recipients": ["ann@example.com", "bob@example.com"], "message": "wake up"},
                "webhook": [{"integrationId": "1f0c6a50-7c1f-4f6b-9f7e-6f4d3b2a1c00", "integrationType": "webhook"}],
                "customWebhook": [{"integrationId": "2f0c6a50-7c1f-4f6b-9f7e-6f4d3b2a1c00", "integrationType": "custom-webhook"}]},
             "testIds": ["12", "34"], "futureMember": {"a": 1}}
            """.formatted(EXPRESSION);

    @Inject
    Pool pool;

    @Test
    void aNewRuleIsAnsweredWithItsPlace() {
        var created = caller().body(MINIMAL).post("/v7/alerts/rules");

        var id = created.jsonPath().getString("ruleId");
        created.then()
                .statusCode(201)
                .contentType("application/hal+json")
                .header("Location", equalTo("http://localhost:8080/v7/alerts/rules/" + id))
                .body("ruleId", notNullValue())
                .body("_links.self.href", equalTo("http://localhost:8080/v7/alerts/rules/" + id));
        assertThat(id).matches("\\d+");
    }

    @Test
    void aRuleIsReadBackAsItWasSentAndNothingIsAdded() {
        var id = create(MINIMAL);

        var read = caller().get("/v7/alerts/rules/" + id);

        read.then().statusCode(200).contentType("application/hal+json");
        assertThat(new JsonObject(read.asString()).getMap().keySet()).containsExactlyInAnyOrder("ruleId", "ruleName",
                "expression", "alertType", "roundsViolatingOutOf", "roundsViolatingRequired", "testIds", "tests", "_links");
        assertThat(read.jsonPath().getString("expression"))
                .isEqualTo("events(\"source:nagios  AND status:error\") . rollup(\"count\").last(\"5m\")  >= 3");
    }

    @Test
    void everyMemberIsKept() {
        var id = create(FULL);

        var read = new JsonObject(caller().get("/v7/alerts/rules/" + id).asString());

        var expected = new JsonObject(FULL);
        expected.remove("futureMember");
        expected.put("ruleId", id);
        assertThat(read.getJsonArray("tests").getJsonObject(0).getString("testId")).isEqualTo("12");
        assertThat(read.getJsonArray("tests").size()).isEqualTo(2);
        read.remove("tests");
        read.remove("_links");
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void presentNotificationsAlwaysHaveAnEmailObject() {
        var id = create(MINIMAL.replace("\"alertType\"", "\"notifications\": {}, \"alertType\""));

        caller().get("/v7/alerts/rules/" + id)
                .then()
                .body("notifications.email.recipients", equalTo(List.of()));
    }

    @Test
    void theListHoldsTheRulesOfTheAccountGroupWithoutTheirNotifications() {
        var here = create(FULL);
        var elsewhere = caller().queryParam("aid", "12").body(MINIMAL).post("/v7/alerts/rules").jsonPath().getString("ruleId");

        var listed = caller().get("/v7/alerts/rules");

        listed.then()
                .statusCode(200)
                .body("alertRules.ruleId", hasItem(here))
                .body("alertRules.ruleId", not(hasItem(elsewhere)))
                .body("alertRules.find { it.ruleId == '" + here + "' }.severity", equalTo("major"))
                .body("alertRules.find { it.ruleId == '" + here + "' }.notifications", nullValue())
                .body("alertRules.find { it.ruleId == '" + here + "' }.testIds", nullValue())
                .body("_links.self.href", endsWith("/v7/alerts/rules"));
    }

    @Test
    void aReplacementReplacesEverything() {
        var id = create(FULL);

        var replaced = caller().body(MINIMAL.replace("Nagios", "Icinga")).put("/v7/alerts/rules/" + id);

        replaced.then().statusCode(200).body("ruleName", equalTo("Icinga")).body("ruleId", equalTo(id));
        caller().get("/v7/alerts/rules/" + id)
                .then()
                .body("ruleName", equalTo("Icinga"))
                .body("severity", nullValue())
                .body("notifications", nullValue())
                .body("testIds", equalTo(List.of()));
    }

    @Test
    void aDeletedRuleIsGone() {
        var id = create(MINIMAL);

        caller().delete("/v7/alerts/rules/" + id).then().statusCode(204);

        caller().get("/v7/alerts/rules/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("URI Resource Not Found"))
                .body("status", equalTo(404))
                .body("instance", equalTo("/v7/alerts/rules/" + id));
        caller().delete("/v7/alerts/rules/" + id).then().statusCode(404);
        caller().body(MINIMAL).put("/v7/alerts/rules/" + id).then().statusCode(404);
    }

    @Test
    void onlyTheLatestDefaultOfATypeIsOne() {
        var former = create(MINIMAL.replace("\"alertType\"", "\"isDefault\": true, \"alertType\""));

        var latter = create(MINIMAL.replace("\"alertType\"", "\"isDefault\": true, \"alertType\""));

        caller().get("/v7/alerts/rules/" + former).then().body("isDefault", equalTo(false));
        caller().get("/v7/alerts/rules/" + latter).then().body("isDefault", equalTo(true));
    }

    @Test
    void eachChangeIsToldToTheAuditLogWithTheCallersNameAndAddress() {
        var id = create(MINIMAL.replace("Nagios", "told"));
        caller().body(MINIMAL.replace("Nagios", "told")).put("/v7/alerts/rules/" + id);
        caller().delete("/v7/alerts/rules/" + id);

        var told = userEvents("told");

        assertThat(told).extracting(event -> event.getString("event"))
                .containsExactly("Alert rule created.", "Alert rule updated.", "Alert rule deleted.");
        assertThat(told).allSatisfy(event -> {
            assertThat(event.getJsonObject("user").getString("email")).isEqualTo("ann@example.com");
            assertThat(event.getString("ipAddress")).isEqualTo("127.0.0.1");
            assertThat(event.getJsonObject("accountGroup").getString("name")).isEqualTo("Network");
            assertThat(event.getJsonArray("resources").getJsonObject(0).getString("type")).isEqualTo("alertRuleName");
        });
    }

    @Test
    void theAuditLogIsToldWhatARuleWasBeforeAndAfter() {
        var id = create(MINIMAL.replace("Nagios", "compared"));
        caller().body(MINIMAL.replace("Nagios", "compared").replace("\"alertType\"", "\"severity\": \"major\", \"alertType\""))
                .put("/v7/alerts/rules/" + id);
        caller().delete("/v7/alerts/rules/" + id);

        var changes = userEvents("compared").stream().map(event -> event.getJsonObject("change")).toList();

        assertThat(changes.get(0).getJsonObject("before")).isNull();
        assertThat(changes.get(0).getJsonObject("after").getString("severity")).isNull();
        assertThat(changes.get(1).getJsonObject("before")).isEqualTo(changes.get(0).getJsonObject("after"));
        assertThat(changes.get(1).getJsonObject("after").getString("severity")).isEqualTo("major");
        assertThat(changes.get(2).getJsonObject("before")).isEqualTo(changes.get(1).getJsonObject("after"));
        assertThat(changes.get(2).getJsonObject("after")).isNull();
    }

    @Test
    void whatWasRefusedIsNotToldToTheAuditLog() {
        caller().body(MINIMAL.replace("Nagios", "refused").replace("\"event\"", "\"bgp\"")).post("/v7/alerts/rules");

        var told = userEvents("refused");

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `"ruleName": "Nagios"`         | `"ruleName": " "`                     | ruleName | must not be blank
            `"ruleName": "Nagios"`         | `"ruleName": null`                    | ruleName | must not be blank
            `"ruleName": "Nagios"`         | `"ruleName": "a\\nb"`                 | ruleName | must not contain control characters
            `"alertType": "event"`         | `"alertType": null`                   | alertType | must not be blank
            `"alertType": "event"`         | `"alertType": "nonsense"`             | alertType | `'nonsense' is no alert type; supported: event, page-load, http-server, end-to-end-server, end-to-end-agent, voice, dns-server, dns-trace, dnssec, bgp, path-trace, ftp, sip-server, transactions, web-transactions, web-transaction, api, agent, endpoint-network-server, endpoint-http-server, endpoint-path-trace`
            `"alertType": "event"`         | `"alertType": "network-outage"`       | alertType | `'network-outage' looks at what no test result holds, a rule of it would never alert; supported: event, page-load, http-server, end-to-end-server, end-to-end-agent, voice, dns-server, dns-trace, dnssec, bgp, path-trace, ftp, sip-server, transactions, web-transactions, web-transaction, api, agent, endpoint-network-server, endpoint-http-server, endpoint-path-trace`
            `"roundsViolatingOutOf": 1`    | `"severity": "info"`                  | roundsViolatingOutOf | must not be null
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 11`          | roundsViolatingOutOf | must be less than or equal to 10
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 2`           | roundsViolatingOutOf | events have no rounds, their window slides with each of them: must be 1 for alert type event
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "roundsViolatingRequired": 2` | roundsViolatingRequired | must not be greater than roundsViolatingOutOf
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": "one"`       | roundsViolatingOutOf | must be a number
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "roundsViolatingMode": "auto"` | roundsViolatingMode | must be any or exact for alert type event
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "minimumSources": 2` | minimumSources | an alert of events opens with its first source: must be 1 or absent for alert type event
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "minimumSourcesPct": 50` | minimumSourcesPct | nobody knows how many sources of events there are: must be 0 or absent for alert type event
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "severity": "loud"` | severity | must be info, minor, major or critical
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "direction": "up"` | direction | must be to-target, from-target or bidirectional
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "notifyOnClear": "maybe"` | notifyOnClear | must be a boolean
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "testIds": 5` | testIds | must be an array
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "notifications": {"email": {"recipients": ["a@example.com", "b.example.com"]}}` | notifications.email.recipients[1] | must be a well-formed email address
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "notifications": {"thirdParty": [{"integrationId": "1"}]}` | notifications.thirdParty | is not supported, nobody would be told; use customWebhook, or leave it empty
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "notifications": {"webhook": [{"integrationId": "wb-1"}]}` | notifications.webhook[0].integrationId | must be the id of a connector, a UUID
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "notifications": {"customWebhook": [{}]}` | notifications.customWebhook[0].integrationId | must not be null
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "testIds": ["12", "a\\u0000"]` | testIds[1] | must not contain control characters
            `"roundsViolatingOutOf": 1`    | `"roundsViolatingOutOf": 1, "endpointAgentIds": ["a\\u0000"]` | endpointAgentIds[0] | must not contain control characters
            `>= 3`                         | `>= three`                            | expression | column 76: expected a number, found 'three'
            `source:nagios`                | `source:(nagios`                      | expression | column 41: found the end of the query, expected ')'
            """)
    void whatIsWrongIsNamed(String part, String wrong, String field, String message) {
        var answer = caller().body(MINIMAL.replace(part, wrong)).post("/v7/alerts/rules");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Request validation failed. There are invalid or missing fields"))
                .body("instance", equalTo("/v7/alerts/rules"))
                .body("errors.field", contains(field))
                .body("errors.message", contains(message));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var answer = caller().body("""
                {"expression": "nonsense", "alertType": "event", "roundsViolatingOutOf": 3,
                 "notifications": {"email": {"recipients": ["no address"]}}}
                """).put("/v7/alerts/rules/1");

        answer.then()
                .statusCode(400)
                .body("errors.field",
                        contains("expression", "notifications.email.recipients[0]", "roundsViolatingOutOf", "ruleName"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[]", "{", "\"text\"", "7", "{\"ruleName\": ", "\u0000" })
    void aBodyThatIsNoRuleIsRefused(String body) {
        caller().body(body)
                .post("/v7/alerts/rules")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        given().header("Authorization", "Bearer " + TestSetUp.ALL)
                .contentType("text/plain")
                .body(MINIMAL)
                .post("/v7/alerts/rules")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "99999999", "9999999999999999999999", "abc", "-1", "1;drop" })
    void anUnknownIdIsNotFound(String id) {
        caller().get("/v7/alerts/rules/{id}", id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aRuleOfAnotherScopeIsNotFound() {
        var id = create(MINIMAL);

        var fromOtherGroup = caller().queryParam("aid", "12").get("/v7/alerts/rules/" + id);
        var fromOtherOrganization = caller(TestSetUp.OTHER_ORGANIZATION).get("/v7/alerts/rules/" + id);

        fromOtherGroup.then().statusCode(404);
        fromOtherOrganization.then().statusCode(404);
    }

    @Test
    void whoMayNotIsTold() {
        caller(TestSetUp.VIEW_ONLY).body(MINIMAL).post("/v7/alerts/rules").then().statusCode(403);
        caller(TestSetUp.VIEW_ONLY).body(MINIMAL).put("/v7/alerts/rules/1").then().statusCode(403);
        caller(TestSetUp.VIEW_ONLY).delete("/v7/alerts/rules/1").then().statusCode(403);
        caller(TestSetUp.VIEW_ONLY).get("/v7/alerts/rules").then().statusCode(200);
        caller(TestSetUp.NOTHING).get("/v7/alerts/rules")
                .then()
                .statusCode(403)
                .body("detail",
                        equalTo("This credential lacks the permission 'view-alert-rules'."));
        caller().queryParam("aid", "99")
                .get("/v7/alerts/rules")
                .then()
                .statusCode(403)
                .body("detail",
                        equalTo("This credential is not assigned to account group '99'."));
        caller("nobody").get("/v7/alerts/rules").then().statusCode(401).body("error", equalTo("invalid_token"));
        given().get("/v7/alerts/rules").then().statusCode(401);
    }

    @Test
    void theLinkOfARuleLeadsToItInItsAccountGroup() {
        var created = caller().queryParam("aid", "12").body(MINIMAL).post("/v7/alerts/rules");

        var link = created.jsonPath().getString("_links.self.href");

        caller().get(link.substring("http://localhost:8080".length())).then().statusCode(200);
    }

    private List<JsonObject> userEvents(String rule) {
        var rows = await(() -> pool.query("select data from outbox where destination = 'audit-service' order by seq")
                .execute());
        var events = new ArrayList<JsonObject>();
        rows.forEach(row -> events.add(new JsonObject(row.getString("data"))));
        return events.stream()
                .filter(event -> event.getJsonArray("resources").getJsonObject(0).getString("name").equals(rule))
                .toList();
    }

    private static String create(String rule) {
        Response created = caller().body(rule).post("/v7/alerts/rules");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("ruleId");
    }

    private static RequestSpecification caller() {
        return caller(TestSetUp.ALL);
    }

    private static RequestSpecification caller(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}
