package io.tocsin.charts.values;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON schema of values. Strict: a key which does not exist is an error, not a surprise. */
final class Schema {

    private Schema() {}

    static Map<String, Object> of(Value root, String title) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", title);
        schema.putAll(rulesOf(root));
        return schema;
    }

    private static Map<String, Object> rulesOf(Value value) {
        var schema = new LinkedHashMap<String, Object>();
        if (!value.comment().isEmpty()) {
            schema.put("description", value.comment());
        }
        schema.put("type", typeOf(value.preset()));
        if (value.preset() instanceof Map<?, ?>) {
            schema.put("additionalProperties", false);
        }
        if (!value.isLeaf() && !value.rules().containsKey("additionalProperties")) {
            var properties = new LinkedHashMap<String, Object>();
            value.children().forEach((name, child) -> properties.put(name, rulesOf(child)));
            schema.put("properties", properties);
        }
        schema.putAll(value.rules());
        return schema;
    }

    private static String typeOf(Object preset) {
        if (preset instanceof Map<?, ?>) {
            return "object";
        }
        if (preset instanceof List<?>) {
            return "array";
        }
        if (preset instanceof Boolean) {
            return "boolean";
        }
        return preset instanceof Number ? "integer" : "string";
    }
}
