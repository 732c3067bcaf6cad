package io.tocsin.events.api.datadog;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The calls of a well-behaved client. */
final class DatadogCalls {

    private DatadogCalls() {}

    static Response post(String body) {
        return keys().contentType("application/json").body(body).post("/api/v1/events");
    }

    static Response find(String id) {
        return keys().get("/api/v1/events/{id}", id);
    }

    static RequestSpecification keys() {
        return keys(ALL);
    }

    static RequestSpecification keys(String key) {
        return given().header("DD-API-KEY", key).header("DD-APPLICATION-KEY", key);
    }

    static Response create(String body) {
        return keys().contentType("application/json").body(body).post("/api/v2/events");
    }

    static Response findByUid(String uid) {
        return keys().get("/api/v2/events/{uid}", uid);
    }
}
