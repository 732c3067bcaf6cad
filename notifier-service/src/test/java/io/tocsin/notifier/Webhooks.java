package io.tocsin.notifier;

import static io.restassured.http.ContentType.JSON;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Connectors and operations as a client makes them. */
public final class Webhooks {

    public static final String CONNECTORS = "/v7/connectors/generic";
    public static final String OPERATIONS = "/v7/operations/webhooks";

    private Webhooks() {}

    public static JsonObject connector(String target) {
        return new JsonObject().put("type", "generic").put("name", "hook " + UUID.randomUUID()).put("target", target);
    }

    public static JsonObject operation(String payload) {
        return new JsonObject().put("name", "operation " + UUID.randomUUID())
                .put("category", "alerts")
                .put("status", "pending")
                .put("payload", payload);
    }

    /** Returns its id. */
    public static String make(String path, JsonObject body) {
        return Api.asOperator()
                .contentType(JSON)
                .body(body.encode())
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An operation which goes to these connectors; its id. */
    public static String assigned(JsonObject operation, String... connectors) {
        var id = make(OPERATIONS, operation);
        Api.asOperator()
                .contentType(JSON)
                .body(new JsonArray(List.of(connectors)).encode())
                .put(OPERATIONS + "/" + id + "/connectors")
                .then()
                .statusCode(200);
        return id;
    }

    /** The only delivery about this alert in this state, with its attempts. */
    public static Map<String, Object> awaitState(String state, UUID alertId) {
        return Api.awaitState(state, alertId, (String) org.awaitility.Awaitility.await("delivery")
                .until(() -> Api.deliveriesOf(alertId), found -> !found.isEmpty())
                .get(0)
                .get("recipient"));
    }
}
