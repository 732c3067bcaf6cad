package io.tocsin.audit.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.tocsin.proof.CanonicalJson;
import io.tocsin.proof.Veil;

/**
 * An entry which was read, with as much that is personal as was not erased.
 *
 * @param content what was hashed
 * @param openings what its veils stand for
 */
public record OpenedEntry(StoredEntry stored, JsonNode content, List<JsonNode> openings) {

    /** What is read in the place of something that was erased. */
    public static final String ERASED = "erased";

    public OpenedEntry {
        openings = List.copyOf(openings);
    }

    /** For people: the values themselves, or {@value #ERASED}. */
    public JsonNode revealed() {
        Map<String, JsonNode> values = new HashMap<>();
        openings.forEach(opening -> values.put(CanonicalJson.leaf(opening).toString(), opening.path("value")));
        return revealed(content.deepCopy(), values);
    }

    private static JsonNode revealed(JsonNode json, Map<String, JsonNode> values) {
        if (Veil.isOne(json)) {
            var value = values.get(json.get("commitment").asText());
            return value == null ? TextNode.valueOf(ERASED) : value;
        }
        if (json instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, revealed(array.get(i), values));
            }
        } else if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(revealed(member.getValue(), values)));
        }
        return json;
    }
}
