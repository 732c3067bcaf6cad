package io.tocsin.audit.trail;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.tocsin.model.StorableText;
import io.tocsin.model.message.UserEvent;

/** What a message says, as JSON which can be kept. */
final class StorableJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StorableJson() {}

    static JsonNode of(List<UserEvent.Resource> resources) {
        var array = JSON.arrayNode();
        resources.forEach(resource -> array.addObject()
                .put("type", StorableText.of(resource.type()))
                .put("name", StorableText.of(resource.name())));
        return array;
    }

    static JsonNode of(UserEvent.Change change) {
        ObjectNode object = JSON.objectNode();
        object.set("before", value(change.before()));
        object.set("after", value(change.after()));
        return object;
    }

    /** Of what Jackson makes of JSON: maps, lists, texts, numbers, booleans and null. */
    private static JsonNode value(Object value) {
        if (value instanceof Map<?, ?> map) {
            var object = JSON.objectNode();
            map.forEach((name, member) -> object.set(StorableText.of(String.valueOf(name)), value(member)));
            return object;
        }
        if (value instanceof List<?> list) {
            var array = JSON.arrayNode();
            list.forEach(item -> array.add(value(item)));
            return array;
        }
        return plain(value);
    }

    private static JsonNode plain(Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.numberNode(((Number) value).longValue());
        }
        if (value instanceof java.math.BigInteger whole) {
            return JSON.numberNode(whole);
        }
        return value instanceof Number number
                ? JSON.numberNode(number.doubleValue())
                : TextNode.valueOf(StorableText.of(value.toString()));
    }
}
