package io.tocsin.dialects.datadog.v2;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tocsin.dialects.datadog.v2.DatadogCreationRejected.Problem;

/** Bodies of events posted to v2, and what is said of them. */
final class Creations {

    static final Instant NOW = Payloads.NOW;
    static final String CHANGE = "{\"changed_resource\":{\"name\":\"f\",\"type\":\"feature_flag\"}}";
    static final Map<String, String> MINIMAL = Map.of("title", "\"t\"", "category", "\"alert\"", "attributes",
            "{\"status\":\"ok\"}");

    private Creations() {}

    static String changeWith(String member, String value) {
        return change(CHANGE.substring(0, CHANGE.length() - 1) + ",\"" + member + "\":" + value + "}");
    }

    static String change(String details) {
        return body("\"title\":\"t\",\"category\":\"change\",\"attributes\":" + details);
    }

    static String alert(String details) {
        return body("\"title\":\"t\",\"category\":\"alert\",\"attributes\":" + details);
    }

    /** A valid alert in which this member has this value. */
    static String with(String member, String value) {
        var others = MINIMAL.entrySet().stream().filter(other -> !other.getKey().equals(member));
        return body(members(Stream.concat(others, Stream.of(Map.entry(member, value)))));
    }

    static String members(Stream<Map.Entry<String, String>> members) {
        return members.map(member -> quoted(member.getKey()) + ":" + member.getValue()).collect(Collectors.joining(","));
    }

    static String body(String attributes) {
        return "{\"data\":{\"type\":\"event\",\"attributes\":{" + attributes + "}}}";
    }

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static Problem problem(String path, String complaint) {
        var pointer = "/data/attributes" + path.replaceAll("\\[(\\d+)\\]", "/$1").replace('.', '/');
        return new Problem("JSON validation failed at $.data.attributes" + path + ": " + complaint + ".", pointer);
    }

    static DatadogCreation read(String body) {
        return new DatadogCreationReader().read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    static List<Problem> problems(String body) {
        var rejected = catchThrowableOfType(DatadogCreationRejected.class, () -> read(body));
        return rejected == null ? List.of() : rejected.problems();
    }
}
