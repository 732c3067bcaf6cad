package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.TWO_GROUPS;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §1.1 and §1.3, wire/datadog.md §12: one host, two vendors, the same paths. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceRoutingTest {

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events", "/api/v1/events/", "/e/11/api/v1/events", "/e/Group/api/v1/events/",
            "/e/-/api/v1/events", "/api/v2/events", "/api/v2/events/", "/e/11/api/v2/events", "/e/Group/api/v2/events/",
            "/api/v2/eventTypes", "/e/11/api/v2/eventTypes", "/api/v2/eventProperties/",
            "/platform/classic/environment-api/v2/events", "/platform/classic/environment-api/v2/eventTypes" })
    void anApiTokenReachesDynatraceWhereverItCalls(String path) {
        token().get(path).then().statusCode(200).body("$", hasKey(path.contains("v1") ? "totalEventCount" : "totalCount"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events", "/api/v2/events", "/api/v2/eventTypes", "/e/11/api/v2/events" })
    void aTokenInTheQueryIsAToken(String path) {
        given().queryParam("api-token", ALL).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/e/11/api/v1/events", "/platform/classic/environment-api/v2/events",
            "/api/v2/events?eventSelector=status(%22OPEN%22)", "/api/v1/events?relativeTime=hour",
            "/api/v2/events?from=now-1h", "/api/v2/events?nextPageKey=", "/api/v1/events?cursor=", "/api/v2/eventProperties" })
    void aBearerTokenReachesDynatraceByPathOrByParameters(String path) {
        given().header("Authorization", "Bearer " + ALL)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .body("$", hasKey(path.contains("v1") ? "totalEventCount" : "totalCount"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/events?relativeTime=hour   | error.code
            /api/v2/events?eventSelector=x     | error.code
            /api/v2/events/4711_4712           | error.code
            /e/nobody/api/v1/events            | error.code
            /api/v1/events?start=1&end=2       | errors[0]
            /api/v1/events                     | errors[0]
            """)
    void withoutCredentialsTheParametersDecide(String path, String complaint) {
        assertThat((Object) given().get(path).jsonPath().get(complaint)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events?from=1&to=2", "/api/v1/events?relativeTime=hour" })
    void datadogsKeysAreDatadogsCallWhateverItAsks(String path) {
        given().header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors", contains("The parameter 'start' is required"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/events/4711_4712", "/api/v2/events/4711_4712" })
    void datadogsKeysAreDatadogsCallEvenIfTheIdIsOneOfOurs(String path) {
        given().header("DD-API-KEY", ALL)
                .header("DD-APPLICATION-KEY", ALL)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors", hasSize(1));
    }

    @Test
    void aMovedCallKeepsItsParametersAsTheyWere() {
        var entity = anEntity("HOST");
        token().body(aPush("CUSTOM_INFO", entity)).post("/api/v1/events").then().statusCode(200);

        var listed = token().urlEncodingEnabled(false)
                .get("/api/v2/events?eventSelector=entityId(%22" + entity
                        + "%22),property.dt.event.source(%22Acme+CI%22)&from=now-5m");

        listed.then().statusCode(200).body("events.entityId.entityId.id", contains(entity));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v2/events?from=%zz", "/api/v2/eventTypes/%zz", "/api/v2/eventTypes/%25zz",
            "/e/%zz/api/v2/events", "/e/11/api/v2/events/%", "/platform/classic/environment-api/v2/events/%25" })
    void brokenEscapesAreNoFailureOfOurs(String path) {
        assertThat(RawCall.get(service, path, ALL)).matches("(?s)HTTP/1.1 [24].*");
    }

    @ParameterizedTest
    @CsvSource({ "13,200", "Staging,200", "11,200", "-,200", "12,403", "staging,403", "nobody,403" })
    void anEnvironmentIsAnAccountGroupOfTheToken(String environment, int status) {
        token(TWO_GROUPS).get("/e/{environment}/api/v2/events", environment).then().statusCode(status);
    }

    @Test
    void aForeignEnvironmentIsRefusedInTheDialect() {
        token().get("/e/12/api/v1/events")
                .then()
                .statusCode(403)
                .body("error.code", equalTo(403))
                .body("error.message", equalTo("This token does not belong to the environment '12'."));
    }

    @Test
    void environmentsDoNotSeeEachOthersEvents() {
        var entity = anEntity("SERVICE");
        token(TWO_GROUPS).body(aPush("CUSTOM_INFO", entity)).post("/e/Staging/api/v1/events").then().statusCode(200);

        var inOwn = token(TWO_GROUPS).queryParam("entityId", entity).get("/e/13/api/v1/events");
        var inOther = token(TWO_GROUPS).queryParam("entityId", entity).get("/api/v1/events");

        assertThat(inOwn.jsonPath().getInt("totalEventCount")).isEqualTo(1);
        assertThat(inOther.jsonPath().getInt("totalEventCount")).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "GET,/e/11/api/v1/problem/feed,404", "GET,/platform/storage/query,404", "GET,/e/11,404",
            "DELETE,/e/11/api/v1/events,405", "PUT,/api/v2/events/ingest,405", "DELETE,/api/v2/events,405",
            "POST,/e/11/api/v2/eventTypes,405" })
    void pathsAndVerbsWhichNobodyServesAreAnsweredInTheDialect(String verb, String path, int status) {
        var answer = token().request(verb, path);

        answer.then().statusCode(status).contentType("application/json").body("error.code", equalTo(status));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v2/events/ingest", "/e/11/api/v1/events", "/api/v1/events" })
    void aBodyBeyondTheLimitIsRefusedInTheDialect(String path) {
        var answer = token().contentType("application/json").body(" ".repeat(1_100_000)).post(path);

        answer.then().statusCode(413).body("error.code", equalTo(413));
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/html", "application/json; charset=utf-8, application/json", "application/xml" })
    void whateverIsAcceptedTheAnswerIsJson(String accept) {
        token().accept(accept).get("/api/v2/events").then().statusCode(200).contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain", "x/y", "application/json; charset=utf-8" })
    void jsonIsJsonWhateverItIsCalled(String contentType) {
        token().config(RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(contentType, ContentType.TEXT)))
                .contentType(contentType)
                .body(aPush("CUSTOM_INFO", anEntity("HOST")))
                .post("/api/v1/events")
                .then()
                .statusCode(200);
    }
}
