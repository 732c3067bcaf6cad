package io.tocsin.events.api.dynatrace;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;

import java.util.Locale;
import java.util.UUID;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The calls of a well-behaved client. */
final class DynatraceCalls {

    static final String FEED = "/api/v1/events";
    static final String EVENTS = "/api/v2/events";

    private DynatraceCalls() {}

    static RequestSpecification token() {
        return token(ALL);
    }

    static RequestSpecification token(String token) {
        return given().header("Authorization", "Api-Token " + token);
    }

    static Response push(String body) {
        return token().contentType("application/json").body(body).post(FEED);
    }

    static Response ingest(String body) {
        return token().contentType("application/json").body(body).post(EVENTS + "/ingest");
    }

    static Response feed(String... parameters) {
        return with(parameters).get(FEED);
    }

    static Response list(String... parameters) {
        return with(parameters).get(EVENTS);
    }

    private static RequestSpecification with(String... parameters) {
        var call = token();
        for (int at = 0; at < parameters.length; at += 2) {
            call = call.queryParam(parameters[at], parameters[at + 1]);
        }
        return call;
    }

    /** An id that no other test has. */
    static String anEntity(String type) {
        return type + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toUpperCase(Locale.ROOT);
    }

    /** A push about this entity, with all that its type needs. */
    static String aPush(String type, String entity) {
        return """
                {"eventType": "%s", "source": "Acme CI", "attachRules": {"entityIds": ["%s"]}, "description": "it happened",
                 "title": "Titled", "annotationType": "test", "annotationDescription": "noted", "deploymentName": "shop",
                 "deploymentVersion": "1.2", "configuration": "c2"}""".formatted(type, entity);
    }
}
