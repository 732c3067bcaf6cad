package io.tocsin.dialects.datadog.v2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.dialects.datadog.v2.DatadogCreationRejected.Problem;

/**
 * A value in a body and where it stands. Reading one which is not as it should be notes a problem in the original's words and gives
 * null; reading one which is not there gives null and is no problem, unless it is {@link #required()}.
 */
final class JsonPlace {

    private final JsonNode node;
    private final String path;
    private final String pointer;
    private final List<Problem> problems;

    private JsonPlace(JsonNode node, String path, String pointer, List<Problem> problems) {
        this.node = node;
        this.path = path;
        this.pointer = pointer;
        this.problems = problems;
    }

    static JsonPlace root(JsonNode body) {
        return new JsonPlace(body, "$", "", new ArrayList<>());
    }

    JsonPlace at(String name) {
        return new JsonPlace(node.path(name), path + "." + name, pointer + "/" + name, problems);
    }

    /** Call it last. Fails with {@link DatadogCreationRejected} when anything was not as it should be. */
    void check() {
        if (!problems.isEmpty()) {
            throw new DatadogCreationRejected(problems);
        }
    }

    void complain(String complaint) {
        problems.add(new Problem("JSON validation failed at " + path + ": " + complaint + ".", pointer));
    }

    boolean isThere() { return !node.isMissingNode(); }

    JsonPlace required() {
        if (!isThere()) {
            complain("value is required");
        }
        return this;
    }

    JsonPlace object() {
        if (isThere() && !node.isObject()) {
            complain("value must be an object");
        }
        return this;
    }

    /** The same for an object in which nothing else may stand. */
    JsonPlace object(Set<String> members) {
        object();
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!members.contains(name)) {
                        at(shortened(name)).complain("property is unknown");
                    }
                });
        return this;
    }

    private static String shortened(String name) {
        return name.length() <= 100 ? name : name.substring(0, name.offsetByCodePoints(0, 50)) + "...";
    }

    String text(int longest) {
        if (!isThere()) {
            return null;
        }
        if (!node.isTextual()) {
            complain("value must be a string");
            return null;
        }
        var length = node.textValue().codePointCount(0, node.textValue().length());
        if (length < 1 || length > longest) {
            complain("value must have 1 to " + longest + " characters");
        }
        return node.textValue();
    }

    /** One of these words, which the complaint lists in alphabetical order as the original does. */
    String word(Collection<String> words) {
        if (isThere() && !(node.isTextual() && words.contains(node.textValue()))) {
            complain(words.stream().sorted().collect(Collectors.joining("\", \"", "value must be one of: [\"", "\"]")));
            return null;
        }
        return node.textValue();
    }

    /** Null when there is no list. */
    List<JsonPlace> items(int fewest, int most) {
        if (!isThere()) {
            return null;
        }
        if (!node.isArray()) {
            complain("value must be an array");
            return List.of();
        }
        if (node.size() < fewest || node.size() > most) {
            complain("value must have " + fewest + " to " + most + " items");
            return List.of();
        }
        var items = new ArrayList<JsonPlace>();
        for (var item : node) {
            items.add(new JsonPlace(item, path + "[" + items.size() + "]", pointer + "/" + items.size(), problems));
        }
        return items;
    }

    /** An object of any shape within these limits, null when there is none. */
    Map<String, Object> free(JsonLimits limits) {
        if (!isThere() || !node.isObject()) {
            object();
            return null;
        }
        limits.breach(node).ifPresent(this::complain);
        return JsonValues.object(node);
    }

    /** How long the value is as JSON text. */
    int size() {
        return node.toString().length();
    }
}
