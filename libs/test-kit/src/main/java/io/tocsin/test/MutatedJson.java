package io.tocsin.test;

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

/** Bodies which begin as valid ones; then something in them is exchanged, taken away or added, or they are cut. */
public final class MutatedJson {

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

    public MutatedJson(Random random) {
        this.random = random;
    }

    /** Exchanged values are marked first and written last, since no tree holds what is no JSON. */
    public byte[] of(String valid) {
        try {
            var tree = (ContainerNode<?>) json.readTree(valid);
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

    private void mutate(ContainerNode<?> tree, List<String> nasty) {
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

    /** One in twelve bodies ends early, perhaps with a byte that is another. */
    public byte[] cut(byte[] body) {
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
