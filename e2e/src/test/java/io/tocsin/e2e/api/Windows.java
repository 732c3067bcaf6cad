package io.tocsin.e2e.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Alert suppression windows by ThousandEyes' v7 API. */
public final class Windows {

    private static final String PATH = "/v7/alert-suppression-windows";

    private final Http http;

    Windows(Http http) {
        this.http = http;
    }

    /** Opens a window over these tests, from an hour ago to an hour ahead, and returns its id. */
    public String open(String type, String... tests) {
        var window = new JsonObject()
                .put("name", type + " over " + String.join(", ", tests))
                .put("isEnabled", true)
                .put("suppressionType", type)
                .put("startDate", Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString())
                .put("duration", 7200)
                .put("testIds", new JsonArray(List.of(tests)));
        return http.authorized()
                .body(window.encode())
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path(
                        "alertSuppressionWindowId");
    }

    public void delete(String id) {
        http.authorized().delete(PATH + "/" + id).then().statusCode(204);
    }
}
