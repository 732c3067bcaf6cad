package io.tocsin.alerts;

import static io.restassured.RestAssured.given;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Rules and alerts as a client sees them, and what was left for notifier-service. */
@Singleton
public class Alerts {

    private final Pool pool;
    private final SettableClock clock;

    Alerts(Pool pool, SettableClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** For tests which list all there are. */
    public void noneAt(Instant start) {
        clock.set(start);
        await(() -> pool.query("delete from alert").execute());
    }

    /** What a rule asks for which alerts on each event of a source. */
    public static String anyEventOf(String source) {
        return "events(\"source:%s\").rollup(\"count\").last(\"1d\") > 0".formatted(source);
    }

    /** Makes a rule named like its expression, with one recipient and a mail when clear. */
    public String rule(String expression) {
        return rule(expression, true);
    }

    public String rule(String expression, boolean notifyOnClear) {
        var created = caller().body(settings(expression, notifyOnClear).encode()).post("/v7/alerts/rules");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("ruleId");
    }

    /** For tests which send many events: rules that other tests left behind would be asked about each of them. */
    public static void removeAllRules() {
        List<String> rules = caller().get("/v7/alerts/rules").jsonPath().getList("alertRules.ruleId");
        rules.forEach(rule -> caller().delete("/v7/alerts/rules/" + rule).then().statusCode(204));
    }

    public static JsonObject settings(String expression, boolean notifyOnClear) {
        return new JsonObject()
                .put("ruleName", "rule of a test")
                .put("expression", expression)
                .put("alertType", "event")
                .put("severity", "major")
                .put("roundsViolatingOutOf", 1)
                .put("notifyOnClear", notifyOnClear)
                .put("notifications", new JsonObject().put("email", new JsonObject()
                        .put("recipients", List.of("ann@example.com"))
                        .put("message", "look")));
    }

    /** The details of the rule's alerts, the earliest start first. */
    public List<JsonPath> of(String rule) {
        var ids = new ArrayList<String>();
        await(() -> pool.preparedQuery("select id from alert where rule_id = $1 order by started_at, started_by")
                .execute(Tuple.of(Long.parseLong(rule))))
                .forEach(row -> ids.add(row.getUUID("id").toString()));
        return ids.stream().map(id -> caller().get("/v7/alerts/" + id).jsonPath()).toList();
    }

    /** The notifications of the rule, in the order in which they were left. */
    public List<JsonObject> told(String rule) {
        var told = new ArrayList<JsonObject>();
        await(() -> pool.query("select data from outbox where destination = 'notifier-service' order by seq").execute())
                .forEach(row -> told.add(new JsonObject(row.getString("data"))));
        return told.stream()
                .filter(notification -> notification.getJsonObject("rule").getString("id").equals(rule))
                .toList();
    }

    public static RequestSpecification caller() {
        return caller(TestSetUp.ALL);
    }

    public static RequestSpecification caller(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }
}
