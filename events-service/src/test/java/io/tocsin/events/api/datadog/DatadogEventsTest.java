package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogEventsTest {

    @Test
    void aPostedEventIsFoundAtOnce() {
        var posted = post("""
                {"title": "Disk full", "text": "on db-1", "priority": "low", "alert_type": "error", "host": "db-1",
                 "tags": ["env:prod", "app:web"], "aggregation_key": "disk"}""");

        var found = keys().get("/api/v1/events/" + posted.jsonPath().getString("event.id_str"));

        posted.then()
                .statusCode(202)
                .contentType("application/json")
                .body("status", equalTo("ok"))
                .body("event.tags", contains("env:prod", "app:web"))
                .body("event.related_event_id", nullValue());
        found.then()
                .statusCode(200)
                .body("event.title", equalTo("Disk full"))
                .body("event.alert_type", equalTo("error"))
                .body("event.priority", equalTo("low"))
                .body("event.host", equalTo("db-1"))
                .body("event.tags", contains("app:web", "env:prod"));
    }

    @Test
    void anIdIsExactBeyondWhatADoubleHolds() {
        var posted = post("{\"title\": \"a\", \"text\": \"b\"}").jsonPath();

        long id = posted.getLong("event.id");

        assertThat(id).isGreaterThan(1L << 53);
        assertThat(posted.getString("event.id_str")).isEqualTo(Long.toString(id));
        assertThat(posted.getString("event.url")).isEqualTo("http://localhost:8080/event/event?id=" + id);
    }

    @Test
    void aListHoldsTheNewestFirst() {
        var tag = "run:" + UUID.randomUUID();
        var now = Instant.now().getEpochSecond();
        post("{\"title\": \"old\", \"text\": \"b\", \"tags\": [\"%s\"], \"date_happened\": %d}".formatted(tag, now - 10));
        post("{\"title\": \"new\", \"text\": \"b\", \"tags\": [\"%s\"], \"date_happened\": %d}".formatted(tag, now));

        var listed = keys().queryParam("tags", tag).get("/api/v1/events?start={s}&end={e}", now - 10, now);

        listed.then()
                .statusCode(200)
                .body("events.title", contains("new", "old"))
                .body("events.source", contains("My Apps", "My Apps"))
                .body("events[0].is_aggregate", equalTo(false));
    }

    private static Response post(String body) {
        return keys().contentType("application/json").body(body).post("/api/v1/events");
    }

    private static RequestSpecification keys() {
        return given().header("DD-API-KEY", ALL).header("DD-APPLICATION-KEY", ALL);
    }
}
