package io.tocsin.e2e.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vertx.core.json.JsonObject;

/** An alert rule in words: {@code aRule("Disk full").matching("team:db status:error").telling("ann@example.org")}. */
public final class ARule {

    private final Map<String, Object> members = new LinkedHashMap<>();
    private String query = "*";
    private int threshold = 1;

    private ARule(String name) {
        members.put("ruleName", name);
        members.put("alertType", "event");
        members.put("severity", "major");
        members.put("roundsViolatingOutOf", 1);
        members.put("notifyOnClear", true);
    }

    /** It opens at the first event and tells nobody, unless more is said. */
    public static ARule aRule(String name) {
        return new ARule(name);
    }

    /** @param search in Datadog's event search language */
    public ARule matching(String search) {
        query = search;
        return this;
    }

    public ARule opensAt(int events) {
        threshold = events;
        return this;
    }

    public ARule telling(String... recipients) {
        members.put("notifications", Map.of("email", Map.of("recipients", List.of(recipients), "message", "Look at it.")));
        return this;
    }

    public ARule silentOnClear() {
        members.put("notifyOnClear", false);
        return this;
    }

    public String toJson() {
        var expression = "events(\"" + query + "\").rollup(\"count\").last(\"5m\") >= " + threshold;
        return new JsonObject(new LinkedHashMap<>(members)).put("expression", expression).encode();
    }
}
