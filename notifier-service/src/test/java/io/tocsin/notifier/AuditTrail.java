package io.tocsin.notifier;

import static io.tocsin.test.Await.await;

import java.util.List;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;

/** What was left for audit-service; in tests nobody fetches it. */
public final class AuditTrail {

    private AuditTrail() {}

    /** The user events which name this in one of their resources, oldest first. */
    public static List<JsonObject> about(Pool pool, String name) {
        var rows = await(() -> pool.query("select data from outbox where destination = 'audit-service' order by seq")
                .execute());
        return rows.stream()
                .map(row -> new JsonObject(row.getString("data")))
                .filter(event -> event.getJsonArray("resources").encode().contains(name))
                .toList();
    }
}
