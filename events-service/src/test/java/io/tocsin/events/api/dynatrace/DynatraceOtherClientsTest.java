package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.EVENTS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.FEED;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.ingest;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.instanceOf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §10: what the clients send which no build can run, and what they read of the answers. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceOtherClientsTest {

    @TestHTTPResource("/")
    URI service;

    private final String entity = anEntity("HOST");
    private final long now = Instant.now().toEpochMilli();

    @Test
    void dtcliSendsNumbersAsTextAndQueriesBehindASlash() {
        pushed("""
                {"eventType": "CUSTOM_DEPLOYMENT", "start": "%d", "end": "%d", "source": "dtcli", "deploymentName": "shop",
                 "attachRules": {"entityIds": ["%s"]}}""".formatted(now - 60_000, now, entity));

        token().get("/e/11/api/v1/events/?eventType=CUSTOM_DEPLOYMENT&entityId=" + entity + "&from=" + (now - 3_600_000)
                + "&to=" + now)
                .then()
                .statusCode(200)
                .body("events.deploymentName", contains("shop"))
                .body("events.startTime", contains(now - 60_000));
    }

    @Test
    void theClientForGoQueriesPostsAndGets() {
        var id = pushed(anInfo("go"));

        token().get(FEED + "?relativeTime=hour&entityId=" + entity).then().statusCode(200).body("events.id", contains(id));
        token().get(FEED + "/" + id).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void dynatraceNetReadsTheInformationOfAWeekAndTheFirstEventOfIt() {
        pushed(anInfo("Dynatrace.Net"));

        var week = token().queryParam("relativeTime", "week").queryParam("eventType", "CUSTOM_INFO").get(FEED);

        week.then().statusCode(200).body("events.eventType", everyItem(equalTo("CUSTOM_INFO")));
        token().get(FEED + "/" + week.jsonPath().getString("events[0].id")).then().statusCode(200);
        token().get(FEED + "/" + week.jsonPath().getLong("events[0].eventId")).then().statusCode(200);
    }

    @Test
    void thePluginForJenkinsReadsTheWholeEnvelope() {
        pushed(anInfo("Jenkins"));

        token().queryParam("entityId", entity)
                .get(FEED)
                .then()
                .statusCode(200)
                .body("$", hasKey("nextEventStartTms"))
                .body("$", hasKey("nextEventId"))
                .body("$", hasKey("nextCursor"))
                .body("totalEventCount", equalTo(1));
    }

    @Test
    void keptnPushesADeploymentToAllThatHasItsTags() {
        ingest("""
                {"eventType": "CUSTOM_INFO", "title": "t", "entitySelector": "entityId(%s)"}""".formatted(entity));
        token().queryParam("entitySelector", "entityId(" + entity + ")")
                .body("{\"tags\": [{\"key\": \"keptn_project\", \"value\": \"" + entity + "\"}]}")
                .post("/api/v2/tags")
                .then()
                .statusCode(200);

        var deployment = """
                {"eventType": "CUSTOM_DEPLOYMENT", "source": "keptn", "deploymentName": "Deploy carts", "deploymentProject": "shop",
                 "deploymentVersion": "0.11.1", "ciBackLink": "http://bridge/trace/1", "remediationAction": "", "timeoutMinutes": 0,
                 "customProperties": {"Image": "carts"}, "attachRules": {"tagRule": [{"meTypes": ["HOST"], "tags": [
                   {"context": "CONTEXTLESS", "key": "keptn_project", "value": "%s"}]}]}}""".formatted(entity);

        push(deployment).then().statusCode(200).body("storedEventIds", hasSize(1));
    }

    @Test
    void theOperatorLooksForItsHostAndMarksIt() {
        ingest("{\"eventType\": \"CUSTOM_INFO\", \"title\": \"t\", \"entitySelector\": \"entityId(" + entity + ")\"}");

        token().get("/api/v1/entity/infrastructure/hosts?relativeTime=30mins&includeDetails=false&pageSize=4000")
                .then()
                .statusCode(200)
                .body("$", instanceOf(Iterable.class))
                .body("entityId", hasItem(entity))
                .body("ipAddresses", everyItem(instanceOf(Iterable.class)));
        var id = pushed("""
                {"eventType": "MARKED_FOR_TERMINATION", "start": %d, "end": %d, "description": "node is drained",
                 "source": "OneAgent Operator", "attachRules": {"entityIds": ["%s"]}}""".formatted(now, now, entity));
        token().get(FEED + "/" + id).then().body("startTime", equalTo(now)).body("endTime", equalTo(now));
    }

    @Test
    void curlSendsAFormWhichIsJson() throws Exception {
        var request = HttpRequest.newBuilder(service.resolve(EVENTS + "/ingest"))
                .header("Authorization", "Api-Token " + ALL)
                .header("Accept", "*/*")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("{\"eventType\": \"CUSTOM_DEPLOYMENT\", \"title\": \"released\"}"))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void thePlatformsClientSendsABearerTokenAndWantsExactly201() {
        given().header("Authorization", "Bearer " + ALL)
                .header("Accept", "application/json; charset=utf-8, application/json")
                .contentType("application/json; charset=utf-8")
                .body("{\"eventType\": \"CUSTOM_INFO\", \"title\": \"t\", \"entitySelector\": \"entityId(" + entity + ")\"}")
                .post("/platform/classic/environment-api/v2/events/ingest")
                .then()
                .statusCode(201);
    }

    private String pushed(String body) {
        return push(body).then().statusCode(200).extract().jsonPath().getString("storedIds[0]");
    }

    private String anInfo(String source) {
        return """
                {"eventType": "CUSTOM_INFO", "source": "%s", "description": "d", "attachRules": {"entityIds": ["%s"]}}"""
                .formatted(source, entity);
    }
}
