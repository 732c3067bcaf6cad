package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.TestKeys.OTHER_ORGANIZATION;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/datadog.md §2: which call needs which key, and what is answered when it is not there. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DatadogKeysTest {

    private static final String UNKNOWN = "{\"status\":\"error\",\"code\":403,\"errors\":[\"Forbidden\"]}";

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ,                     403, `{"errors":["API key required"]}`
            nobody's,             403, `{"status":"error","code":403,"errors":["Forbidden"]}`
            ingest-of-acme,       200, `{"valid":true}`
            view-of-acme,         200, `{"valid":true}`
            """)
    void anApiKeyIsValidated(String apiKey, int status, String body) {
        var answer = with(apiKey, null).get("/api/v1/validate");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.asString()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({ "ingest-of-acme,,202", "ingest-of-acme,nobody's,202", "all-of-acme,,202", "view-of-acme,,403", "nobody's,,403",
            ",all-of-acme,403" })
    void toPostOneNeedsAnApiKeyThatMayIngest(String apiKey, String applicationKey, int status) {
        assertThat(post(with(apiKey, applicationKey)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "ingest-of-acme,view-of-acme,200", "view-of-acme,view-of-acme,200", "ingest-of-acme,ingest-of-acme,403",
            "ingest-of-acme,,403", "ingest-of-acme,nobody's,403", "nobody's,view-of-acme,403", ",view-of-acme,403",
            "all-of-umbrella,view-of-acme,403" })
    void toReadOneNeedsBothKeysOfOneOrganizationAndAPersonWhoMayView(String apiKey, String applicationKey, int status) {
        assertThat(list(with(apiKey, applicationKey)).statusCode()).isEqualTo(status);
    }

    @Test
    void unknownKeysLearnNothing() {
        assertThat(list(with("nobody's", VIEW_ONLY)).asString()).isEqualTo(UNKNOWN);
        assertThat(list(with(INGEST_ONLY, "nobody's")).asString()).isEqualTo(UNKNOWN);
    }

    @Test
    void knownKeysLearnWhatIsMissing() {
        assertThat(list(with(INGEST_ONLY, null)).asString()).isEqualTo("{\"errors\":[\"Application key required\"]}");
        assertThat(list(with(INGEST_ONLY, INGEST_ONLY)).jsonPath().getList("errors"))
                .containsExactly("Forbidden", "This credential lacks the permission 'view-events'.");
    }

    @Test
    void oldClientsPutTheirKeysIntoTheQuery() {
        assertThat(post(given().queryParam("api_key", INGEST_ONLY)).statusCode()).isEqualTo(202);
        assertThat(list(given().queryParam("api_key", INGEST_ONLY).queryParam("application_key", VIEW_ONLY)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBearerTokenStandsForBothKeys() {
        assertThat(list(given().header("Authorization", "Bearer " + VIEW_ONLY)).statusCode()).isEqualTo(200);
    }

    @Test
    void anEventIsOfItsAccountGroupAlone() {
        var id = post(with(ALL, null)).jsonPath().getString("event.id_str");

        assertThat(find(ALL, id).statusCode()).isEqualTo(200);
        assertThat(find(OTHER_GROUP, id).statusCode()).isEqualTo(404);
        assertThat(find(OTHER_ORGANIZATION, id).statusCode()).isEqualTo(404);
    }

    private static Response find(String key, String id) {
        return with(key, key).get("/api/v1/events/{id}", id);
    }

    private static Response list(RequestSpecification keys) {
        return keys.get("/api/v1/events?start=1&end=2");
    }

    private static Response post(RequestSpecification keys) {
        return keys.contentType("application/json").body("{\"title\": \"a\", \"text\": \"b\"}").post("/api/v1/events");
    }

    private static RequestSpecification with(String apiKey, String applicationKey) {
        var call = given();
        call = apiKey == null ? call : call.header("DD-API-KEY", apiKey);
        return applicationKey == null ? call : call.header("DD-APPLICATION-KEY", applicationKey);
    }
}
