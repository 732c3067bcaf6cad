package io.tocsin.events.api.datadog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies which begin as valid ones of their schema; then something in them is exchanged, taken away or added, or cut. */
final class RandomBodies {

    private static final String EVENT = """
            {"title": "t", "text": "b", "date_happened": null, "alert_type": "error", "priority": "low", "host": "h",
             "device_name": "d", "tags": ["a:b"], "aggregation_key": "k", "source_type_name": "nagios", "related_event_id": 1,
             "handle": "me"}""";
    private static final String COMMENT = """
            {"message": "m", "handle": "me", "related_event_id": 1}""";
    private static final String SEARCH = """
            {"filter": {"query": "a:b", "from": "now-15m", "to": "now"}, "options": {"timezone": "UTC"},
             "page": {"limit": 10}, "sort": "timestamp"}""";
    private static final String CHANGE = """
            {"data": {"type": "event", "attributes": {"title": "t", "category": "change", "message": "m", "host": "h",
             "aggregation_key": "k", "integration_id": "custom-events", "tags": ["a:b"], "attributes": {
             "changed_resource": {"name": "f", "type": "feature_flag"}, "author": {"name": "a", "type": "user"},
             "impacted_resources": [{"name": "s", "type": "service"}], "new_value": {"a": 1}, "prev_value": {"a": {"b": [2]}},
             "change_metadata": {"c": null}}}}}""";
    private static final String ALERT = """
            {"data": {"type": "event", "attributes": {"title": "t", "category": "alert", "aggregation_key": "k",
             "tags": ["a:b"], "attributes": {"status": "warn", "priority": "1", "custom": {"a": {"b": [1, 2.5, true]}},
             "links": [{"url": "u", "category": "runbook", "title": "t"}]}}}}""";

    /** JSON texts which somebody somewhere did not expect. */
    private static final List<String> NASTY = List.of("null", "true", "0", "-1", "1.5", "1e999", "-1e999", "1e-999", "1e308",
            "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "\"\"", "\" \"", "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\udd14\"", "\"'; drop table event; --\"", "\"%00\"", "\"now-1h\"", "\"1\"", "\"status:(\"", "[]", "[[]]",
            "[null]", "[1,\"a\"]", "{}", "{\"\":1}", "{\"a\":{}}", "{\"\\u0000\":\"\\u0000\"}", "{\"$ref\":\"#\"}",
            "\"2026-01-31\"",
            "\"" + "x".repeat(5000) + "\"", "[" + "\"t\",".repeat(300) + "\"t\"]", "[".repeat(1200) + "]".repeat(1200),
            "{\"a\":".repeat(30) + "1" + "}".repeat(30), "1" + "0".repeat(1500));

    private final Random random;
    private final ObjectMapper json = new ObjectMapper();

    RandomBodies(Random random) {
        this.random = random;
    }

    byte[] event() {
        return mutated(EVENT);
    }

    byte[] comment() {
        return mutated(COMMENT);
    }

    byte[] search() {
        return mutated(SEARCH);
    }

    byte[] change() {
        return mutated(CHANGE);
    }

    byte[] alert() {
        return mutated(ALERT);
    }

    /** Exchanged values are marked first and written last, since no tree holds what is no JSON. */
    private byte[] mutated(String valid) {
        try {
            var tree = (ObjectNode) json.readTree(valid);
            var nasty = new ArrayList<String>();
            for (int n = random.nextInt(4); n > 0; n--) {
                mutate(tree, nasty);
            }
            var text = tree.toString();
            for (int n = 0; n < nasty.size(); n++) {
                text = text.replace("\"#" + n + "#\"", nasty.get(n));
            }
            return cut(text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void mutate(ObjectNode tree, List<String> nasty) {
        var places = new ArrayList<ContainerNode<?>>(List.of(tree));
        collect(tree, places);
        var place = places.get(random.nextInt(places.size()));
        var marker = "#" + nasty.size() + "#";
        nasty.add(NASTY.get(random.nextInt(NASTY.size())));
        if (place instanceof ArrayNode array) {
            array.insert(0, marker);
            return;
        }
        var object = (ObjectNode) place;
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.isEmpty() || random.nextInt(6) == 0 ? "nobody" : names.get(random.nextInt(names.size()));
        if (random.nextInt(6) == 0) {
            object.remove(name);
        } else {
            object.put(name, marker);
        }
    }

    private static void collect(ContainerNode<?> node, List<ContainerNode<?>> places) {
        for (var child : node) {
            if (child instanceof ContainerNode<?> container) {
                places.add(container);
                collect(container, places);
            }
        }
    }

    private byte[] cut(byte[] body) {
        if (random.nextInt(12) != 0) {
            return body;
        }
        var cut = Arrays.copyOf(body, random.nextInt(body.length + 1));
        if (cut.length > 0 && random.nextBoolean()) {
            cut[random.nextInt(cut.length)] = (byte) random.nextInt(256);
        }
        return cut;
    }
}
