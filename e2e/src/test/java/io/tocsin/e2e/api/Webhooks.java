package io.tocsin.e2e.api;

import java.util.List;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Connectors and webhook operations by ThousandEyes' v7 API. */
public final class Webhooks {

    private final Http http;

    Webhooks(Http http) {
        this.http = http;
    }

    /** Makes a connector to this URL, and an operation with this template which goes there; the operation's id. */
    public String create(String name, String url, String template) {
        var connector = post("/v7/connectors/generic",
                new JsonObject().put("type", "generic").put("name", name).put("target", url));
        var operation = post("/v7/operations/webhooks",
                new JsonObject().put("name", name).put("category", "alerts").put("status", "pending").put("payload", template));
        http.authorized()
                .body(new JsonArray(List.of(connector)).encode())
                .put("/v7/operations/webhooks/" + operation + "/connectors")
                .then()
                .statusCode(200);
        return operation;
    }

    private String post(String path, JsonObject body) {
        return http.authorized().body(body.encode()).post(path).then().statusCode(201).extract().path("id");
    }
}
