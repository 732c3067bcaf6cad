package io.tocsin.e2e.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;

/** What detection found, as ThousandEyes' clients read it. */
public final class DetectedEvents {

    private static final String PATH = "/v7/events";

    private final Http http;

    DetectedEvents(Http http) {
        this.http = http;
    }

    /**
     * @param grouping the component at fault
     * @param ended null while it is active
     * @param tests how many are affected
     * @param agents names of those affected
     */
    public record Detected(String id, String type, Map<String, String> grouping, boolean active, Instant began, Instant ended,
            int tests, List<String> agents) {}

    /** Of the last day, the latest start first. */
    public List<Detected> all() {
        return read("?window=1d").<String>getList("events.id").stream().map(this::get).toList();
    }

    private Detected get(String id) {
        var event = read("/" + id);
        var ended = event.getString("endDate");
        return new Detected(id, event.getString("type"), event.getMap("grouping"), "active".equals(event.getString("state")),
                Instant.parse(event.getString("startDate")), ended == null ? null : Instant.parse(ended),
                event.getInt("affectedTests.total"), event.<String>getList("affectedAgents.agents.name")
                        .stream()
                        .sorted()
                        .toList());
    }

    /** Whether the evidence of an event says so much that its threshold is passed. */
    public boolean isExplained(String id) {
        var evidence = read("/" + id + "/evidence");
        return evidence.getDouble("statistic.logOdds") > evidence.getDouble("statistic.threshold")
                && !evidence.getList("series").isEmpty();
    }

    /** All that is told of an event and why, without its own id. */
    public List<String> told(String id) {
        return Stream.of("/" + id, "/" + id + "/evidence")
                .map(path -> http.authorized().get(PATH + path).then().statusCode(200).extract().asString().replace(id, "ID"))
                .toList();
    }

    boolean canBeRead() {
        return http.authorized().get(PATH + "?window=1h").statusCode() == 200;
    }

    private JsonPath read(String what) {
        return http.authorized().get(PATH + what).then().statusCode(200).extract().jsonPath();
    }
}
