package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.api.datadog.DatadogCalls.keys;
import static io.tocsin.events.api.datadog.DatadogCalls.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** Whatever comes in, the answer is Datadog's, says what is wrong, and is never a 5xx. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogRefusalsTest {

    private static final int TWO_MEGABYTES = 2_000_000;

    static Stream<Arguments> badBodies() {
        return Stream.of(
                arguments("", "The request body is empty; send a JSON object."),
                arguments("   ", "The request body is empty; send a JSON object."),
                arguments("[]", "The request body must be a JSON object, not an array."),
                arguments("[{\"title\":\"a\",\"text\":\"b\"}]", "The request body must be a JSON object, not an array."),
                arguments("null", "The request body must be a JSON object, not null."),
                arguments("{\"title\":\"a\",\"text\":", "The request body is not valid JSON at line 1, column "),
                arguments("title=a&text=b", "The request body is not valid JSON at line 1, column "),
                arguments("{\"a\":".repeat(5000), "The request body is not valid JSON"),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"n\":" + "9".repeat(5000) + "}",
                        "The request body is not valid JSON"),
                arguments("{}", "The field 'title' is required."),
                arguments("{\"title\":\"a\"}", "The field 'text' is required."),
                arguments("{\"title\":[],\"text\":\"b\"}", "The field 'title' must be a string, not an array."),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"tags\":{}}",
                        "The field 'tags' must be an array of strings, not an object."),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"tags\":[null]}",
                        "The field 'tags' must be an array of strings, not null."),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"alert_type\":\"fatal\"}",
                        "The field 'alert_type' must be one of "),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"related_event_id\":1e999}",
                        "The field 'related_event_id' must be a 64-bit integer, not a number."),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"date_happened\":1e999}", "Event too far in the future"),
                arguments("{\"title\":\"a\",\"text\":\"b\",\"aggregation_key\":\"" + "k".repeat(101) + "\"}",
                        "The field 'aggregation_key' has 101 characters; at most 100 are allowed."));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBodyThatCannotBeTakenIsRefusedInWords(String body, String problem) {
        post(body).then()
                .statusCode(400)
                .contentType("application/json")
                .body("errors", hasItem(startsWith(problem)));
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        keys().contentType("application/json")
                .body("{\"title\":\"caf\u00e9\",\"text\":\"b\"}".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/events")
                .then()
                .statusCode(400)
                .body("errors", contains(startsWith("The request body is not valid JSON")));
    }

    @Test
    void anEventOfThePastIsRefusedAsTheVendorDoes() {
        post("{\"title\":\"a\",\"text\":\"b\",\"date_happened\":1}").then()
                .statusCode(400)
                .header("Content-Type", equalTo("text/plain;charset=utf-8"))
                .body(equalTo("{\"errors\":[\"Event too far in the past\"]}"));
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLarge() {
        post("{\"title\":\"a\",\"text\":\"" + "b".repeat(TWO_MEGABYTES) + "\"}").then()
                .statusCode(413)
                .contentType("application/json")
                .body("errors", hasItem(startsWith("The request body ")));
    }

    @Test
    void aBodyOfTwoMegabytesIsTooLargeEvenIfItsLengthIsNotAnnounced() {
        var body = ("{\"title\":\"a\",\"text\":\"" + "b".repeat(TWO_MEGABYTES) + "\"}").getBytes(StandardCharsets.UTF_8);

        keys().contentType("application/json")
                .body(new ByteArrayInputStream(body))
                .post("/api/v1/events")
                .then()
                .statusCode(413)
                .body("errors", hasItem(startsWith("The request body ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/events/abc                                     | 400 | The event_id must be a 64-bit integer
            /api/v1/events/99999999999999999999                    | 400 | The event_id must be a 64-bit integer
            /api/v1/events/%00                                     | 400 | The event_id must be a 64-bit integer
            /api/v1/events/0                                       | 404 | No event matches that event_id.
            /api/v1/events/-1                                      | 404 | No event matches that event_id.
            /api/v1/events                                         | 400 | The parameter 'start' is required
            /api/v1/events?start=1                                 | 400 | The parameter 'end' is required
            /api/v1/events?start=a&end=2                           | 400 | The parameter 'start' must be a POSIX timestamp in seconds
            /api/v1/events?start=2&end=1                           | 400 | start param must be greater than end param
            /api/v1/events?start=1&end=2&page=1                    | 400 | The parameter 'page' needs
            /api/v1/events?start=1&end=2&priority=%00              | 400 | The parameter 'priority' must be one of normal, low
            /api/v1/nothing                                        | 404 | The requested resource could not be found.
            /api/v1/events/1/2                                     | 404 | The requested resource could not be found.
            """)
    void aReadThatCannotBeAnsweredIsRefusedInWords(String path, int status, String problem) {
        keys().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("errors", contains(startsWith(problem)));
    }

    @Test
    void aVerbWhichNobodyKnowsIsRefused() {
        keys().delete("/api/v1/events")
                .then()
                .statusCode(405)
                .contentType("application/json")
                .body("errors", contains("This resource does not support the request's method."));
    }

    @Test
    void whatAClientSaysItCanReadDoesNotMatter() {
        given().header("DD-API-KEY", ALL)
                .accept("text/html")
                .get("/api/v1/validate")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }
}
