package io.tocsin.http.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AuthenticationTest {

    @Test
    void aFailureOfTheFilterReachesTheMapperInsideTheResource() {
        given().header("Authorization", "Bearer nobody")
                .get("/own-mapper")
                .then()
                .statusCode(401)
                .body(equalTo("own: This API key is not known./own-mapper"));
    }

    @Test
    void bearerBasicAndApiTokenCarryTheSameCredential() {
        given().header("Authorization", "Bearer s3cret")
                .get("/own-mapper")
                .then()
                .statusCode(200)
                .body(equalTo("Ann (ann@acme.example) from 127.0.0.1"));
        given().header("Authorization", "Api-Token s3cret")
                .get("/own-mapper")
                .then()
                .statusCode(200);
        given().auth()
                .preemptive()
                .basic("ann@acme.example", "s3cret")
                .get("/own-mapper")
                .then()
                .statusCode(200);
    }
}
