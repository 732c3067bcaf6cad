package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.EVENTS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.FEED;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.feed;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.list;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** What was posted to Datadog is read and found in Dynatrace's v1 and v2 (docs/dialects/across.md). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceReadsDatadogTest {

    private final String run = anEntity("RUN").substring(4).toLowerCase();
    private final String host = "Web-" + run;
    private final long now = Instant.now().getEpochSecond();

    @Test
    void everyFieldStandsInTheFeed() {
        var id = posted("""
                {"title": "Disk full", "text": "on /var", "date_happened": %d, "alert_type": "error", "host": "%s",
                 "tags": ["env:prod", "run:%s", "bare"], "source_type_name": "Nagios", "aggregation_key": "disk"}"""
                .formatted(now - 60, host, run));

        token().get(FEED + "/{id}", id)
                .then()
                .statusCode(200)
                .body("eventId", equalTo(id))
                .body("id", equalTo(id + "_" + (now - 60) * 1000))
                .body("startTime", equalTo((now - 60) * 1000))
                .body("endTime", equalTo((now - 60) * 1000))
                .body("eventType", equalTo("ERROR_EVENT"))
                .body("severityLevel", equalTo("ERROR"))
                .body("impactLevel", equalTo("INFRASTRUCTURE"))
                .body("eventStatus", equalTo("CLOSED"))
                .body("entityId", matchesPattern("HOST-[0-9A-F]{16}"))
                .body("entityName", equalTo(host))
                .body("title", equalTo("Disk full"))
                .body("description", equalTo("on /var"))
                .body("source", equalTo("nagios"))
                .body("tags.find { it.key == 'env' }.value", equalTo("prod"))
                .body("tags.find { it.key == 'env' }.context", equalTo("CONTEXTLESS"))
                .body("customProperties.env", equalTo("prod"))
                .body("customProperties.bare", equalTo(""))
                .body("$", not(hasKey("correlationId")));
    }

    @Test
    void everyFieldStandsInTheList() {
        posted("""
                {"title": "Disk full", "text": "on /var", "host": "%s", "tags": ["env:prod", "run:%s"], "alert_type": "warning",
                 "source_type_name": "Nagios"}""".formatted(host, run));

        var event = foundByRun().getMap("events[0]");

        assertThat(event).containsEntry("title", "Disk full")
                .containsEntry("eventType", "CUSTOM_ALERT")
                .containsEntry("status", "CLOSED")
                .doesNotContainKey("correlationId");
        assertThat(event.get("entityId")).asString().contains(host, "type=HOST");
        assertThat(event.get("properties")).asString()
                .contains("key=env, value=prod", "key=dt.event.description, value=on /var", "key=dt.event.source, value=nagios",
                        "key=dt.event.group_label, value=Custom alert", "key=dt.event.title, value=Disk full");
        assertThat(event.get("entityTags")).asString().contains("stringRepresentation=env:prod");
    }

    @ParameterizedTest
    @CsvSource({ "error,ERROR_EVENT,ERROR", "warning,CUSTOM_ALERT,CUSTOM_ALERT", "info,CUSTOM_INFO,", "success,CUSTOM_INFO,",
            "user_update,CUSTOM_INFO,", "recommendation,CUSTOM_INFO,", "snapshot,CUSTOM_INFO," })
    void theKindOfStatementBecomesATypeWhichIsFound(String alertType, String eventType, String severity) {
        var id = posted("{\"title\": \"t\", \"text\": \"x\", \"alert_type\": \"" + alertType + "\", \"tags\": [\"run:" + run
                + "\"]}");

        token().get(FEED + "/{id}", id).then().body("eventType", equalTo(eventType)).body("severityLevel", equalTo(severity));
        assertThat(list("eventSelector", "eventType(\"" + eventType + "\"),property.run(\"" + run + "\")").jsonPath()
                .getInt("totalCount")).isOne();
        assertThat(list("eventSelector", "eventType(\"PROCESS_RESTART\"),property.run(\"" + run + "\")").jsonPath()
                .getInt("totalCount")).isZero();
        assertThat(feed("eventType", eventType).jsonPath().getList("events.eventId", Long.class)).contains(id);
    }

    @Test
    void aChangeIsAChangeOfConfiguration() {
        given().header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .contentType("application/json")
                .body("""
                        {"data": {"type": "event", "attributes": {"title": "flag on", "message": "on", "category": "change",
                          "tags": ["run:%s"], "attributes": {"changed_resource": {"name": "f", "type": "feature_flag"}}}}}"""
                        .formatted(run))
                .post("/api/v2/events")
                .then()
                .statusCode(202);

        var found = list("eventSelector", "eventType(\"CUSTOM_CONFIGURATION\"),property.run(\"" + run + "\")").jsonPath();

        assertThat(found.getString("events[0].eventType")).isEqualTo("CUSTOM_CONFIGURATION");
        assertThat(found.getString("events[0].title")).isEqualTo("flag on");
    }

    @Test
    void withoutAHostItIsAboutTheEnvironment() {
        var id = posted("{\"title\": \"t\", \"text\": \"x\"}");

        token().get(FEED + "/{id}", id)
                .then()
                .body("entityId", matchesPattern("ENVIRONMENT-[0-9A-F]{16}"))
                .body("entityName", nullValue())
                .body("impactLevel", equalTo("ENVIRONMENT"))
                .body("tags", nullValue());
    }

    @Test
    void theEntityOfAHostFindsItHoweverItsNameIsWritten() {
        var id = posted("{\"title\": \"t\", \"text\": \"x\", \"host\": \"" + host + "\"}");
        var shouted = posted("{\"title\": \"t\", \"text\": \"x\", \"host\": \"" + host.toUpperCase() + "\"}");

        var entity = token().get(FEED + "/{id}", id).jsonPath().getString("entityId");

        await().untilAsserted(() -> assertThat(feed("entityId", entity).jsonPath().getList("events.eventId", Long.class))
                .containsExactlyInAnyOrder(id, shouted));
        list("eventSelector", "entityId(\"" + entity + "\")").then()
                .body("events.eventId", hasItem(matchesPattern(id + "_.*")));
    }

    @Test
    void whatHasNoTitleHasALabel() {
        given().header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .contentType("application/json")
                .body("{\"message\": \"" + run + "\"}")
                .post("/api/v1/comments")
                .then()
                .statusCode(200);

        var events = list("pageSize", "1000", "from", "now-5m").jsonPath();

        assertThat(events.getList("events.title", String.class)).doesNotContainNull();
    }

    private JsonPath foundByRun() {
        return token().queryParam("eventSelector", "property.run(\"" + run + "\")").get(EVENTS).jsonPath();
    }

    private static long posted(String body) {
        return given().header("DD-API-KEY", ALL).body(body).post("/api/v1/events").jsonPath().getLong("event.id");
    }
}
