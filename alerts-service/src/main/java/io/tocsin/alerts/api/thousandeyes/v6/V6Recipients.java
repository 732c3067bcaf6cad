package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Whom a rule of v6 tells: by {@code recipient} at first, by {@code notifications} later. */
final class V6Recipients {

    private static final String RECIPIENT = "recipient";
    private static final String NOTIFICATIONS = "notifications";

    private V6Recipients() {}

    /** Integrations are handed on as they are, so that they are refused in the same words as v7's. */
    static void take(JsonNode members, ObjectNode settings) {
        var notifications = members.path(NOTIFICATIONS);
        if (notifications.isObject()) {
            var taken = settings.putObject(NOTIFICATIONS);
            notifications.properties().forEach(member -> taken.set(member.getKey(), member.getValue()));
            taken.set("email", email(notifications.path("email")));
        } else if (members.hasNonNull(RECIPIENT)) {
            settings.putObject(NOTIFICATIONS).putObject("email").set("recipients", members.get(RECIPIENT));
        }
    }

    private static JsonNode email(JsonNode email) {
        var taken = JsonNodeFactory.instance.objectNode();
        if (email.hasNonNull("message")) {
            taken.set("message", email.get("message"));
        }
        if (email.hasNonNull(RECIPIENT)) {
            taken.set("recipients", email.get(RECIPIENT));
        }
        return taken;
    }

    /** Ids, which v6 has as numbers, as texts. */
    static JsonNode texts(JsonNode ids) {
        if (!ids.isArray()) {
            return ids;
        }
        return StreamSupport.stream(ids.spliterator(), false)
                .map(id -> id.isNumber() ? TextNode.valueOf(id.asText()) : id)
                .collect(JsonNodeFactory.instance::arrayNode, ArrayNode::add, ArrayNode::addAll);
    }
}
