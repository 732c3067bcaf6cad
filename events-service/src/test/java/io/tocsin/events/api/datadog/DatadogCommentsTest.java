package io.tocsin.events.api.datadog;

import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §3.5: what old clients do besides events. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogCommentsTest {

    @Test
    void aCommentIsAnEventWithoutATitle() {
        var posted = comment("{\"handle\": \"ops@example.com\", \"message\": \"looking into it\"}");

        var id = posted.jsonPath().getString("comment.id");
        posted.then()
                .statusCode(200)
                .contentType("application/json")
                .body("$", not(hasKey("errors")))
                .body("comment.message", equalTo("looking into it"))
                .body("comment.handle", equalTo("ops@example.com"))
                .body("comment.resource", equalTo("/api/v1/comments/" + id))
                .body("comment.url", equalTo("http://localhost:8080/event/event?id=" + id))
                .body("comment", not(hasKey("related_event_id")));
        find(id).then()
                .statusCode(200)
                .body("event", hasKey("title"))
                .body("event.title", nullValue())
                .body("event.text", equalTo("looking into it"))
                .body("event.alert_type", equalTo("user_update"))
                .body("event.handle", equalTo("ops@example.com"));
    }

    @Test
    void aReplyNamesItsEventAsText() {
        var parent = post("{\"title\": \"a\", \"text\": \"b\"}").jsonPath().getString("event.id_str");

        var posted = comment("{\"handle\": \"a\", \"message\": \"b\", \"related_event_id\": " + parent + "}");

        posted.then().statusCode(200).body("comment.related_event_id", equalTo(parent));
    }

    @Test
    void aCommentWithoutAHandleIsTheCallers() {
        comment("{\"message\": \"b\", \"handle\": null}").then().body("comment.handle", equalTo("ann@example.com"));
    }

    @Test
    void aCommentIsWordedAnew() {
        var id = comment("{\"handle\": \"a\", \"message\": \"b\", \"related_event_id\": \"7\"}").jsonPath()
                .getString("comment.id");

        var put = put(id, "{\"message\": \"c\"}");

        put.then()
                .statusCode(200)
                .body("comment.id.toString()", equalTo(id))
                .body("comment.message", equalTo("c"))
                .body("comment.handle", equalTo("a"))
                .body("comment.related_event_id", equalTo("7"));
        find(id).then().body("event.text", equalTo("c")).body("event.handle", equalTo("a"));
    }

    @Test
    void aCommentGetsAnotherHandleAndAnotherEvent() {
        var id = comment("{\"handle\": \"a\", \"message\": \"b\"}").jsonPath().getString("comment.id");

        put(id, "{\"handle\": \"d\", \"message\": \"b\", \"related_event_id\": 8}").then()
                .body("comment.handle", equalTo("d"))
                .body("comment.related_event_id", equalTo("8"));
    }

    @Test
    void commentsAreListedAsEventsAndNeverInsideOne() {
        var handle = UUID.randomUUID().toString();
        var parent = post("{\"title\": \"a\", \"text\": \"b\", \"tags\": [\"" + handle + "\"]}").jsonPath();
        comment("{\"handle\": \"%s\", \"message\": \"b\", \"related_event_id\": %s}".formatted(handle,
                parent.getString("event.id_str")));

        var now = Instant.now().getEpochSecond();
        var listed = keys().get("/api/v1/events?start=" + (now - 60) + "&end=" + (now + 1));

        listed.then()
                .body("events.findAll { it.handle == '" + handle + "' }.alert_type", contains("user_update"))
                .body("events.find { it.tags == ['" + handle + "'] }.comments", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"message\": null}", "{\"message\": \"\"}" })
    void aCommentMustSaySomething(String body) {
        comment(body).then().statusCode(400).body("errors", contains("The field 'message' is required."));
    }

    @Test
    void whatAnEventSaysIsNotWordedAnew() {
        var id = post("{\"title\": \"a\", \"text\": \"b\"}").jsonPath().getString("event.id_str");

        put(id, "{\"message\": \"c\"}").then().statusCode(404);
        find(id).then().body("event.text", equalTo("b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | 404 | No comment matches that comment_id.
            abc | 400 | The comment_id must be a 64-bit integer
            """)
    void aCommentWhichIsNotThereCannotBeWordedAnew(String id, int status, String problem) {
        put(id, "{\"message\": \"c\"}").then().statusCode(status).body("errors", contains(problem));
    }

    @Test
    void anEventIsNeverDeleted() {
        var id = post("{\"title\": \"a\", \"text\": \"b\"}").jsonPath().getString("event.id_str");

        keys().delete("/api/v1/events/" + id)
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET"))
                .body("errors", contains("Events cannot be deleted; they stay until their retention ends."));
        find(id).then().statusCode(200);
    }

    private static Response comment(String body) {
        return keys().contentType("application/json").body(body).post("/api/v1/comments");
    }

    private static Response put(String id, String body) {
        return keys().contentType("application/json").body(body).put("/api/v1/comments/{id}", id);
    }
}
