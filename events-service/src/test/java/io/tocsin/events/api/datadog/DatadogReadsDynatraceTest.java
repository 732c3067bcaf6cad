package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static io.tocsin.events.api.datadog.DatadogCalls.findByUid;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** What was posted to Dynatrace is read and found in Datadog's v1 and v2 (docs/dialects/across.md). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogReadsDynatraceTest {

    private final String run = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({ "ERROR_EVENT, error", "CUSTOM_ALERT, warning", "CUSTOM_INFO, info", "CUSTOM_DEPLOYMENT, info" })
    void anEventOfEveryTypeHasAnAlertType(String type, String alertType) {
        ingest(type);

        var found = search("@properties.run:" + run);

        find(found.getString("data[0].attributes.attributes.evt.id")).then()
                .statusCode(200)
                .body("event.title", equalTo("High load"))
                .body("event.alert_type", equalTo(alertType))
                .body("event.priority", equalTo("normal"));
    }

    @Test
    void bothVersionsShowIt() {
        ingest("CUSTOM_DEPLOYMENT");

        var found = search("@properties.run:" + run);
        var id = found.getString("data[0].attributes.attributes.evt.id");
        var happened = found.getLong("data[0].attributes.attributes.date_happened");

        findByUid(found.getString("data[0].id")).then()
                .statusCode(200)
                .body("data.attributes.message", equalTo("since the release"))
                .body("data.attributes.tags", hasItem("source:acme ci"))
                .body("data.attributes.attributes.evt.type", equalTo("CUSTOM_DEPLOYMENT"))
                .body("data.attributes.attributes.evt.id", equalTo(id))
                .body("data.attributes.attributes.properties.run", equalTo(run));
        keys().get("/api/v1/events?sources=acme ci&start=" + happened + "&end=" + happened)
                .then()
                .statusCode(200)
                .body("events.findAll { it.id_str == '" + id + "' }.text", contains("since the release"))
                .body("events.findAll { it.id_str == '" + id + "' }.source", contains("Acme Ci"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @evt.type:CUSTOM_DEPLOYMENT
            status:info
            source:"acme ci"
            "high load"
            @properties.dt.event.deployment.version:1.2
            @entity.type:*
            """)
    void aSearchFindsIt(String query) {
        ingest("CUSTOM_DEPLOYMENT");

        keys().queryParam("filter[query]", "@properties.run:" + run + " " + query)
                .get("/api/v2/events")
                .then()
                .statusCode(200)
                .body("data", hasSize(1));
    }

    private JsonPath search(String query) {
        return keys().queryParam("filter[query]", query).get("/api/v2/events").jsonPath();
    }

    private void ingest(String type) {
        given().header("Authorization", "Api-Token " + ALL)
                .contentType("application/json")
                .body("""
                        {"eventType": "%s", "title": "High load", "properties": {"run": "%s", "dt.event.source": "Acme CI",
                         "dt.event.description": "since the release", "dt.event.deployment.version": "1.2"}}"""
                        .formatted(type, run))
                .post("/api/v2/events/ingest")
                .then()
                .statusCode(201);
    }
}
