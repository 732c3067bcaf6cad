package io.tocsin.audit.trail;

import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** E-mail addresses among the values of an entry: they are somebody's, and can be erased like who did it. */
final class Addresses {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    private Addresses() {}

    static void collect(JsonNode json, Set<String> addresses) {
        if (isOne(json)) {
            addresses.add(json.asText());
        } else {
            json.forEach(part -> collect(part, addresses));
        }
    }

    /** The same with something else in the place of each address. */
    static JsonNode replaced(JsonNode json, Function<String, JsonNode> replacement) {
        if (isOne(json)) {
            return replacement.apply(json.asText());
        }
        if (json instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i), replacement));
            }
        } else if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(replaced(member.getValue(), replacement)));
        }
        return json;
    }

    private static boolean isOne(JsonNode json) {
        return json.isTextual() && json.textValue().indexOf('@') > 0 && ADDRESS.matcher(json.asText()).matches();
    }
}
