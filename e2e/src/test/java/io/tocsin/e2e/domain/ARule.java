package io.tocsin.e2e.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vertx.core.json.JsonObject;

/**
 * An alert rule in words: {@code aRule("Disk full").matching("team:db status:error").telling("ann@example.org")}, or
 * {@code aTestRule("Shop is slow").watching("822").when("((loss >= 50%))").in(2, 3, 1)}.
 */
public final class ARule {

    private final Map<String, Object> members = new LinkedHashMap<>();
    private String query = "*";
    private int threshold = 1;

    private ARule(String name, String type) {
        members.put("ruleName", name);
        members.put("alertType", type);
        members.put("severity", "major");
        members.put("roundsViolatingOutOf", 1);
        members.put("notifyOnClear", true);
    }

    /** It opens at the first event and tells nobody, unless more is said. */
    public static ARule aRule(String name) {
        return new ARule(name, "event");
    }

    /** Of agent-to-server tests. It opens at the first round in which one source loses half, unless more is said. */
    public static ARule aTestRule(String name) {
        return new ARule(name, "end-to-end-server").when("((loss >= 50%))");
    }

    public ARule watching(String... tests) {
        members.put("testIds", List.of(tests));
        return this;
    }

    /** @param expression in ThousandEyes' language */
    public ARule when(String expression) {
        members.put("expression", expression);
        return this;
    }

    /** @param sources which must violate in each of these rounds */
    public ARule in(int required, int outOf, int sources) {
        members.put("roundsViolatingRequired", required);
        members.put("roundsViolatingOutOf", outOf);
        members.put("minimumSources", sources);
        return this;
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

    /** By a webhook operation, and by nothing else. */
    public ARule calling(String operation) {
        members.put("notifications", Map.of("customWebhook", List.of(Map.of("integrationId", operation))));
        return this;
    }

    public ARule silentOnClear() {
        members.put("notifyOnClear", false);
        return this;
    }

    public String toJson() {
        var all = new LinkedHashMap<>(members);
        all.putIfAbsent("expression", "events(\"" + query + "\").rollup(\"count\").last(\"5m\") >= " + threshold);
        return new JsonObject(all).encode();
    }
}
