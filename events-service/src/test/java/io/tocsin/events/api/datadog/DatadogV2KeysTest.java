package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §2: the keys of v2, and the three forms of its refusals. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogV2KeysTest {

    private static final String UNKNOWN_UID = "AAAAAAAAAAAAAAAAAAAAAAAA";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ingest-of-acme | view-of-acme   | 200 |
                           | view-of-acme   | 403 | {"errors":["Forbidden","API key required"]}
            ingest-of-acme |                | 403 | {"errors":["Forbidden","Application key required"]}
            nobody's       | view-of-acme   | 403 | {"errors":["Forbidden"]}
            ingest-of-acme | nobody's       | 403 | {"errors":["Forbidden"]}
            ingest-of-acme | ingest-of-acme | 403 | {"errors":["Forbidden","This credential lacks the permission 'view-events'."]}
            all-of-umbrella | view-of-acme  | 403 | {"errors":["Forbidden","The API key and the application key belong to different organizations."]}
            """)
    void toListAndToSearchNeedsBothKeys(String apiKey, String applicationKey, int status, String body) {
        var listed = with(apiKey, applicationKey).get("/api/v2/events");
        var searched = with(apiKey, applicationKey).post("/api/v2/events/search");

        assertThat(listed.statusCode()).isEqualTo(status);
        assertThat(searched.statusCode()).isEqualTo(status);
        if (status != 200) {
            assertThat(listed.asString()).isEqualTo(body);
            assertThat(searched.asString()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ingest-of-acme | view-of-acme   | 404 | {"errors":["No event matches that event_id."]}
                           | view-of-acme   | 401 | {"errors":["Unauthorized","API key required"]}
            ingest-of-acme |                | 401 | {"errors":["Unauthorized","Application key required"]}
            nobody's       | view-of-acme   | 401 | {"errors":["Unauthorized"]}
            ingest-of-acme | nobody's       | 401 | {"errors":["Unauthorized"]}
            ingest-of-acme | ingest-of-acme | 403 | {"errors":["Forbidden","This credential lacks the permission 'view-events'."]}
            """)
    void toGetOneNeedsBothKeys(String apiKey, String applicationKey, int status, String body) {
        var answer = with(apiKey, applicationKey).get("/api/v2/events/" + UNKNOWN_UID);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.asString()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            ingest-of-acme |              | 202 |
            ingest-of-acme | nobody's     | 202 |
                           | view-of-acme | 403 | {"errors":[{"status":"403","title":"Forbidden","detail":"API key required"}]}
            nobody's       |              | 403 | {"errors":[{"status":"403","title":"Forbidden","detail":"Forbidden"}]}
            view-of-acme   |              | 403 | {"errors":[{"status":"403","title":"Forbidden","detail":"This credential lacks the permission 'ingest-events'."}]}
            """)
    void toPostNeedsTheApiKeyAlone(String apiKey, String applicationKey, int status, String body) {
        var answer = with(apiKey, applicationKey).body(
                """
                {"data": {"type": "event", "attributes": {"title": "a", "category": "alert", "attributes": {"status": "ok"}}}}""")
                .post("/api/v2/events");

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status != 202) {
            assertThat(answer.asString()).isEqualTo(body);
        }
    }

    @Test
    void aBearerTokenStandsForBothKeys() {
        assertThat(given().header("Authorization", "Bearer " + VIEW_ONLY).get("/api/v2/events").statusCode()).isEqualTo(200);
        assertThat(given().header("Authorization", "Bearer " + INGEST_ONLY).get("/api/v2/events").statusCode()).isEqualTo(403);
    }

    private static RequestSpecification with(String apiKey, String applicationKey) {
        var call = given();
        call = apiKey == null ? call : call.header("DD-API-KEY", apiKey);
        return applicationKey == null ? call : call.header("DD-APPLICATION-KEY", applicationKey);
    }
}
