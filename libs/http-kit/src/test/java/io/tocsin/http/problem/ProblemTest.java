package io.tocsin.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.http.app.IdentityProvider;

@QuarkusTest
@WithTestResource(IdentityProvider.class)
class ProblemTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"name\":\" \"}|name|must not be blank",
            "{\"name\":\"a\",\"parts\":[{\"name\":\"b\",\"size\":0}]}|parts[0].size|must be greater than 0",
            "{\"name\":\"a\",\"parts\":[{\"name\":\"b\",\"size\":\"big\"}]}|parts[0].size|must be a number",
            "{\"name\":\"a\",\"parts\":{}}|parts|must be an array",
            "{\"name\":{}}|name|must be a string",
            "{\"name\":\"a\",\"colour\":\"green\"}|colour|must be one of the values this API knows",
            "{\"name\":\"a\",\"since\":\"soon\"}|since|must be a date-time such as 2026-01-31T12:00:00Z",
            "{\"name\":\"a\",\"parts\":[{},{},{}]}|body|has more than 2 parts",
            "[]|body|must be an object",
            "''|thing|must not be null" })
    void aBodyThatIsWrongIsAnsweredWithTheMemberThatIs(String body, String field, String message) {
        var problem = post(body).statusCode(400).extract().body().as(Problem.class);

        assertThat(problem).isEqualTo(new Problem("about:blank",
                "Request validation failed. There are invalid or missing fields", 400,
                "Your request object contains invalid fields.", "/v7/things", List.of(FieldError.of(field, message))));
    }

    @Test
    void aBodyThatIsNoJsonIsAnsweredWithThePlaceWhereItStopsBeingIt() {
        post("{\"name\": oops}").statusCode(400)
                .body("detail", equalTo("The request body is not valid JSON (line 1, column 10)."))
                .body("errors", equalTo(null));
        post("{\"parts\":[{\"name\": ").statusCode(400)
                .body("detail", containsString("not valid JSON"));
    }

    @Test
    void aParameterThatIsWrongIsNamed() {
        given().get("/v7/things?max=0")
                .then()
                .statusCode(400)
                .body("errors", equalTo(List.of(Map.of("field", "max", "message", "must be greater than 0"))));
    }

    @Test
    void aParameterOfTheWrongTypeIsNotFoundOrInvalidButNeverOurFault() {
        given().get("/v7/things?max=many").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void withoutCredentialTheAnswerIsTheModelOfOauth() {
        given().get("/v7/things/secret")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .body("", equalTo(Map.of("error", "invalid_token", "error_description", "No credential was given.")))
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void whatAResourceRefusesIsAnsweredInItsWords() {
        fail("forbidden").statusCode(403)
                .body("title", equalTo("Forbidden"))
                .body("detail", equalTo("This credential lacks the permission 'edit-alert-rules'."));
        fail("missing").statusCode(404)
                .body("title", equalTo("URI Resource Not Found"))
                .body("instance", equalTo("/v7/things/fails"));
        fail("invalid").statusCode(400).body("errors[0].field", equalTo("expression"));
    }

    @Test
    void aDatabaseThatIsAwayIsWorthAnotherTry() {
        fail("database").statusCode(503).header("Retry-After", "5").contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void whatNobodyExpectedShowsNoInternals() {
        fail("surprise").statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body("title", equalTo("Internal server error"))
                .body(not(containsString("internals")));
    }

    @Test
    void callsThatReachNoResourceAreAnsweredInTheDialectOfTheirPath() {
        given().get("/v7/nothing")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("instance", equalTo("/v7/nothing"));
        given().delete("/v7/things").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
        given().contentType("text/plain").body("x").post("/v7/things").then().statusCode(415).contentType(Problem.MEDIA_TYPE);
        given().get("/api/nothing")
                .then()
                .statusCode(404)
                .body("errors", equalTo(List.of("THE REQUESTED RESOURCE COULD NOT BE FOUND.")));
    }

    @Test
    void whateverIsAcceptedJsonIsSent() {
        given().accept("text/html").get("/v7/things").then().statusCode(200).contentType("application/hal+json");
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/v7/things").then().contentType(Problem.MEDIA_TYPE);
    }

    private static ValidatableResponse fail(String how) {
        return given().get("/v7/things/fails?how=" + how).then();
    }
}
