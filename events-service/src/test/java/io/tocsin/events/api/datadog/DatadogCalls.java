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
        return given().header("DD-API-KEY", ALL).header("DD-APPLICATION-KEY", ALL);
    }
}
