package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.api.datadog.DatadogCalls.create;
import static io.tocsin.events.api.datadog.DatadogCalls.find;
import static io.tocsin.events.api.datadog.DatadogCalls.findByUid;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §7: changes and alerts, posted to v2 and read by their uid. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogCreationTest {

    private static final int TWO_MEGABYTES = 2_000_000;

    private final String tag = "run:" + UUID.randomUUID();

    @Test
    void aChangeIsAcceptedAndReadBackByItsUid() {
        var posted = create(change("\"changed_resource\": {\"name\": \"flag\", \"type\": \"feature_flag\"},"
                + "\"author\": {\"name\": \"ann\", \"type\": \"user\"}, \"new_value\": {\"on\": true}"));

        var uid = uid(posted);
        posted.then()
                .statusCode(202)
                .header("Content-Type", equalTo("application/json"))
                .body("data.id", equalTo("_"))
                .body("data.type", equalTo("event"))
                .body("links.self", equalTo("http://localhost:8080/event/event?uid=" + uid));
        findByUid(uid).then()
                .statusCode(200)
                .contentType("application/json")
                .body("data.type", equalTo("event"))
                .body("data.id", equalTo(uid))
                .body("data.attributes.message", equalTo("from off to on"))
                .body("data.attributes.tags", contains(tag))
                .body("data.attributes.attributes.title", equalTo("flag changed"))
                .body("data.attributes.attributes.evt.category", equalTo("change"))
                .body("data.attributes.attributes.evt.uid", equalTo(uid))
                .body("data.attributes.attributes.changed_resource.name", equalTo("flag"))
                .body("data.attributes.attributes.author.type", equalTo("user"))
                .body("data.attributes.attributes.new_value.on", equalTo(true));
    }

    @Test
    void anAlertIsAcceptedWithTheApiKeyAloneAndReadBack() {
        var body = alert("\"status\": \"warn\", \"priority\": \"2\", \"custom\": {\"volume\": \"/var\"}");

        var posted = given().header("DD-API-KEY", INGEST_ONLY).body(body).post("/api/v2/events");

        posted.then().statusCode(202);
        findByUid(uid(posted)).then()
                .statusCode(200)
                .body("data.attributes.attributes.status", equalTo("warn"))
                .body("data.attributes.attributes.priority", equalTo("2"))
                .body("data.attributes.attributes.custom.volume", equalTo("/var"));
    }

    @Test
    void anEventOfV2IsAnEventOfV1Too() {
        var posted = create(alert("\"status\": \"error\"")).jsonPath();

        find(posted.getString("data.attributes.attributes.evt.id")).then()
                .statusCode(200)
                .body("event.title", equalTo("disk full"))
                .body("event.text", equalTo(""))
                .body("event.alert_type", equalTo("error"))
                .body("event.priority", equalTo("normal"))
                .body("event.tags", contains(tag));
    }

    @Test
    void anEventOfV1IsReadByItsUid() {
        var id = post("{\"title\": \"a\", \"text\": \"b\", \"tags\": [\"" + tag + "\"]}").jsonPath().getString("event.id_str");

        var uid = search(tag).jsonPath().getString("data[0].attributes.attributes.evt.uid");

        findByUid(uid).then()
                .statusCode(200)
                .body("data.id", equalTo(uid))
                .body("data.attributes.message", equalTo("b"))
                .body("data.attributes.tags", containsInAnyOrder(tag, "source:my_apps"))
                .body("data.attributes.attributes.status", equalTo("info"))
                .body("data.attributes.attributes.evt.id", equalTo(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @evt.category:change                    | flag changed
            @changed_resource.type:configuration    | flag changed
            @new_value.size:>=3                     | flag changed
            @evt.category:alert status:ok           | disk full
            @priority:<=2                           | disk full
            @custom.volume:"/var"                   | disk full
            """)
    void aSearchFindsWhatWasPosted(String query, String title) {
        create(change("\"changed_resource\": {\"name\": \"f\", \"type\": \"configuration\"}, \"new_value\": {\"size\": 3}"));
        create(alert("\"status\": \"ok\", \"priority\": \"1\", \"custom\": {\"volume\": \"/var\"}"));

        assertThat(search(tag + " " + query).jsonPath().getList("data.attributes.attributes.title")).containsExactly(title);
    }

    @Test
    void aBadCategoryIsRefusedAsRecorded() {
        create(alert("\"status\": \"ok\"").replace("\"alert\"", "\"incident\"")).then()
                .statusCode(400)
                .contentType("application/json")
                .body(equalTo(
                        "{\"errors\":[{\"status\":\"400\",\"title\":\"Bad Request\",\"detail\":\"JSON validation failed at "
                                + "$.data.attributes.category: value must be one of: [\\\"alert\\\", \\\"change\\\"].\","
                                + "\"source\":{\"pointer\":\"/data/attributes/category\"}}]}"));
    }

    @Test
    void everyProblemIsAnErrorObject() {
        create(alert("\"status\": \"bad\", \"priority\": 1")).then()
                .statusCode(400)
                .body("errors", hasSize(2))
                .body("errors.source.pointer", containsInAnyOrder("/data/attributes/attributes/status",
                        "/data/attributes/attributes/priority"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``       | The request body is empty; send a JSON object.
            []       | The request body must be a JSON object, not an array.
            {"data": | The request body is not valid JSON at line 1, column
            {}       | JSON validation failed at $.data: value is required.
            """)
    void aBodyWhichIsNoEventIsRefusedInWords(String body, String problem) {
        create(body).then()
                .statusCode(400)
                .body("errors.status", contains("400"))
                .body("errors.title", contains("Bad Request"))
                .body("errors.detail", contains(startsWith(problem)));
    }

    @Test
    void anEventOfThePastIsRefused() {
        var old = Instant.now().minus(Duration.ofHours(19)).toString();

        create(alert("\"status\": \"ok\"").replace("\"title\"", "\"timestamp\": \"" + old + "\", \"title\"")).then()
                .statusCode(400)
                .body("errors.detail", contains("JSON validation failed at $.data.attributes.timestamp: "
                        + "value must not be more than 18 hours in the past."));
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() {
        create(alert("\"status\": \"" + "b".repeat(TWO_MEGABYTES) + "\"")).then()
                .statusCode(413)
                .body("errors.status", contains("413"))
                .body("errors.detail", contains(startsWith("The request body ")));
    }

    @ParameterizedTest
    @CsvSource({ "AAAAAAAAAAAAAAAAAAAAAAAA, 404", "AZsKLCxvAACrUQTfNDwMWwAA, 404", "AZsKLCxvAACrUQTfNDwMWw__, 404", "1, 400",
            "AAAAAAAAAAAAAAAAAAAAAAA%2B, 400", "6327818702635911562, 400" })
    void aUidWhichIsUnknownIsNotFoundAndAnyOtherWordIsRefused(String uid, int status) {
        keys().urlEncodingEnabled(false)
                .get("/api/v2/events/" + uid)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("errors", contains(startsWith(status == 404 ? "No event matches" : "The event_id must be")));
    }

    @Test
    void anEventOfAnotherAccountGroupIsNotFound() {
        var uid = uid(create(alert("\"status\": \"ok\"")));

        assertThat(keys(OTHER_GROUP).get("/api/v2/events/" + uid).statusCode()).isEqualTo(404);
    }

    private String change(String details) {
        return body("\"title\": \"flag changed\", \"message\": \"from off to on\", \"category\": \"change\"", details);
    }

    private String alert(String details) {
        return body("\"title\": \"disk full\", \"category\": \"alert\"", details);
    }

    private String body(String head, String details) {
        return "{\"data\": {\"type\": \"event\", \"attributes\": {" + head + ", \"tags\": [\"" + tag + "\"], \"attributes\": {"
                + details + "}}}}";
    }

    private static String uid(Response posted) {
        return posted.jsonPath().getString("data.attributes.attributes.evt.uid");
    }

    private static Response search(String query) {
        return keys().queryParam("filter[query]", query).get("/api/v2/events");
    }
}
