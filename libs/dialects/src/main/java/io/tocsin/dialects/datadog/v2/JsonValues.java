package io.tocsin.dialects.datadog.v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON as the maps, lists and plain values of the model. */
final class JsonValues {

    private JsonValues() {}

    static Map<String, Object> object(JsonNode node) {
        var map = new LinkedHashMap<String, Object>();
        node.fields().forEachRemaining(member -> map.put(member.getKey(), of(member.getValue())));
        return map;
    }

    private static Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> list(node);
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case STRING -> node.textValue();
            default -> null;
        };
    }

    private static Object list(JsonNode node) {
        var list = new ArrayList<Object>(node.size());
        node.forEach(element -> list.add(of(element)));
        return list;
    }
}
