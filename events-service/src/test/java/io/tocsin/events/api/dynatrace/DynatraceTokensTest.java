package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.VIEW_ONLY;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §1.2: which call needs which scope, and what is answered when it is not there. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceTokensTest {

    @ParameterizedTest
    @ValueSource(strings = { "Api-Token nobodys", "Api-Token dt0c01.ABC.DEF", "Api-Token ", "Api-Token", "Bearer nobodys",
            "Basic x" })
    void aTokenNobodyKnowsIs401InTheDialect(String authorization) {
        given().header("Authorization", authorization)
                .get("/e/11/api/v2/events")
                .then()
                .statusCode(401)
                .body("error.code", equalTo(401))
                .body("error.message", startsWith("Token Authentication failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/e/11/api/v1/events", "/e/11/api/v1/events/1_2", "/e/11/api/v2/events", "/e/11/api/v2/events/1_2",
            "/e/11/api/v2/eventTypes", "/e/11/api/v2/eventTypes/X", "/e/11/api/v2/eventProperties" })
    void noTokenIs401(String path) {
        given().get(path).then().statusCode(401).body("error.code", equalTo(401));
    }

    @ParameterizedTest
    @CsvSource({ "/api/v1/events,DataExport", "/api/v1/events/1_2,DataExport", "/api/v2/events,events.read",
            "/api/v2/events/1_2,events.read", "/api/v2/eventTypes,events.read", "/api/v2/eventTypes/CUSTOM_INFO,events.read",
            "/api/v2/eventProperties,events.read" })
    void toReadNeedsTheScopeOfTheVersion(String path, String scope) {
        token(INGEST_ONLY).get(path)
                .then()
                .statusCode(403)
                .body("error.code", equalTo(403))
                .body("error.message", startsWith("Token is missing required scope. Use one of: " + scope + " ("));
    }

    @ParameterizedTest
    @CsvSource({ "/api/v1/events,DataExport", "/api/v2/events/ingest,events.ingest" })
    void toPostNeedsTheScopeOfTheVersion(String path, String scope) {
        token(VIEW_ONLY).body("{}")
                .post(path)
                .then()
                .statusCode(403)
                .body("error.message", startsWith("Token is missing required scope. Use one of: " + scope + " ("));
    }

    @ParameterizedTest
    @CsvSource({ "view-of-acme,/api/v1/events,200", "view-of-acme,/api/v2/events,200", "view-of-acme,/api/v1/events/1_2,404" })
    void theScopeIsEnough(String token, String path, int status) {
        token(token).get(path).then().statusCode(status);
    }
}
