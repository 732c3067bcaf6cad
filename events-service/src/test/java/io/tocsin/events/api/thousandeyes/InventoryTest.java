package io.tocsin.events.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.TestKeys.TWO_GROUPS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** What links of alerts and results lead to (wire/thousandeyes.md §1.10). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class InventoryTest {

    private final String id = UUID.randomUUID().toString();
    private final long round = Instant.now().getEpochSecond();

    @Test
    void aTestIsKnownFromItsFirstResultOn() {
        get(ALL, "/v7/tests/" + id).statusCode(404).contentType("application/problem+json");

        post("agent-to-server", "\"testName\": \"Shop\", \"interval\": 300", "\"agent\": {\"agentId\": \"" + id + "\"}");

        get(ALL, "/v7/tests/" + id).statusCode(200)
                .contentType("application/hal+json")
                .body("testId", equalTo(id))
                .body("testName", equalTo("Shop"))
                .body("type", equalTo("agent-to-server"))
                .body("interval", equalTo(300))
                .body("createdDate", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
                .body("_links.self.href", endsWith("/v7/tests/" + id));
        get(OTHER_GROUP, "/v7/tests/" + id).statusCode(404);
        get(ALL, "/v7/tests/" + id + "?aid=12").statusCode(403);
        get(INGEST_ONLY, "/v7/tests/" + id).statusCode(403);
    }

    @Test
    void aLaterResultTellsMoreOfATest() {
        post("endpoint-http-server", "\"testName\": \"Old\"", "\"agent\": {\"agentId\": \"1\"}");
        post("endpoint-http-server", "\"testName\": \"New\", \"interval\": 77", "\"agent\": {\"agentId\": \"2\"}");
        post("endpoint-http-server", "\"interval\": 77", "\"agent\": {\"agentId\": \"3\"}");

        get(ALL, "/v7/tests/" + id).statusCode(200)
                .body("testName", equalTo("New"))
                .body("type", nullValue())
                .body("interval", nullValue());
    }

    @Test
    void anAgentIsKnownFromItsFirstResultOn() {
        post("http-server", "\"server\": \"x\"",
                "\"agent\": {\"agentId\": \"" + id
                        + "\", \"agentName\": \"Oslo\", \"agentType\": \"cloud\", \"countryId\": \"NO\"}");

        get(ALL, "/v7/agents/" + id).statusCode(200)
                .body("agentName", equalTo("Oslo"))
                .body("agentType", equalTo("cloud"))
                .body("countryId", equalTo("NO"))
                .body("_links.self.href", endsWith("/v7/agents/" + id));
        get(OTHER_GROUP, "/v7/agents/" + id).statusCode(404);
        get(ALL, "/v7/agents/a%00b").statusCode(404);
    }

    @Test
    void monitorsAreNoAgents() {
        post("bgp", "\"server\": \"x\"", "\"monitor\": {\"monitorId\": \"" + id + "\", \"monitorName\": \"Tokyo-1\"}");

        get(ALL, "/v7/monitors").statusCode(200).body("monitors.monitorId", hasItem(id));
        get(ALL, "/v7/agents/" + id).statusCode(404);
    }

    @Test
    void accountGroupsAreThoseOfTheCredential() {
        get(TWO_GROUPS, "/v7/account-groups?aid=13").statusCode(200)
                .body("accountGroups.aid", contains("11", "13"))
                .body("accountGroups.accountGroupName", contains("Group", "Staging"))
                .body("accountGroups.isCurrentAccountGroup", contains(false, true))
                .body("accountGroups.isDefaultAccountGroup", contains(true, false))
                .body("_links.self.href", endsWith("/v7/account-groups?aid=13"));
        get(TWO_GROUPS, "/v7/account-groups?aid=99").statusCode(403);
    }

    private void post(String type, String test, String source) {
        given().header("Authorization", "Bearer " + ALL)
                .contentType("application/json")
                .body("{\"test\": {\"testId\": \"%s\", \"type\": \"%s\", %s}, \"results\": [{%s, \"roundId\": %d}]}"
                        .formatted(id, type, test, source, round))
                .post("/v7/test-results")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String key, String path) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + key).get(path).then();
    }
}
