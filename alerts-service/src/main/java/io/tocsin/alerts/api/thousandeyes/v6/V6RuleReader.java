package io.tocsin.alerts.api.thousandeyes.v6;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.Invalid;

/** From v6's words for a rule, of any of its ages, to {@link RuleSettings}. Members which v6 does not know are ignored. */
@Singleton
class V6RuleReader {

    private static final String OUT_OF = "roundsViolatingOutOf";
    private static final String REQUIRED = "roundsViolatingRequired";

    /** By v6's name of a member that of v7, where the value needs nothing. */
    private static final Map<String, String> PLAIN = Map.of("ruleName", "ruleName", "expression", "expression", "notes",
            "description", "description", "description", "minimumSources", "minimumSources", "minimumSourcesPct",
            "minimumSourcesPct", OUT_OF, OUT_OF, REQUIRED, REQUIRED);

    private static final Map<String, String> FLAGS = Map.of("notifyOnClear", "notifyOnClear", "default", "isDefault",
            "isDefault",
            "isDefault", "includeCoveredPrefixes", "includeCoveredPrefixes");

    private static final List<String> LOUD = List.of("direction", "roundsViolatingMode", "severity");

    private final ObjectMapper json;

    V6RuleReader(ObjectMapper json) {
        this.json = json;
    }

    /** A new rule; where it does not say how many rounds, it means one. */
    RuleSettings read(byte[] body) {
        return settings(json.createObjectNode().put(OUT_OF, 1), members(body));
    }

    /** A rule as it was, but for what the body says. */
    RuleSettings read(byte[] body, RuleSettings before) {
        return settings(json.valueToTree(before), members(body));
    }

    private RuleSettings settings(ObjectNode settings, JsonNode members) {
        if (members.hasNonNull("alertType")) {
            settings.put("alertType", V6Words.alertTypeOf(members.get("alertType").asText()));
            settings.remove("alertGroupType");
        }
        readRounds(settings, members);
        members.properties().forEach(member -> take(member.getKey(), member.getValue(), settings));
        V6Recipients.take(members, settings);
        try {
            return json.treeToValue(settings, RuleSettings.class);
        } catch (JsonProcessingException e) {
            throw new CallFailed(Failure.of(e));
        }
    }

    /** X and Y of "X of Y" are n, unless something else is said behind it. */
    private static void readRounds(ObjectNode settings, JsonNode members) {
        var rounds = members.path("roundsBeforeTrigger");
        if (!rounds.isMissingNode() && !rounds.isNull()) {
            settings.set(OUT_OF, rounds);
            settings.set(REQUIRED, rounds);
        } else if (members.hasNonNull(OUT_OF)) {
            settings.remove(REQUIRED);
        }
    }

    private static void take(String name, JsonNode value, ObjectNode settings) {
        if (PLAIN.containsKey(name)) {
            settings.set(PLAIN.get(name), value);
        } else if (FLAGS.containsKey(name)) {
            settings.set(FLAGS.get(name), flag(value));
        } else if (LOUD.contains(name)) {
            settings.set(name, value.isTextual() ? TextNode.valueOf(V6Words.quiet(value.asText())) : value);
        } else if ("testIds".equals(name)) {
            settings.set(name, V6Recipients.texts(value));
        }
    }

    private static JsonNode flag(JsonNode value) {
        return value.isInt() && (value.asInt() == 0 || value.asInt() == 1) ? BooleanNode.valueOf(value.asInt() == 1) : value;
    }

    private JsonNode members(byte[] body) {
        try {
            var read = json.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new CallFailed(Failure.of(e));
        } catch (IOException e) {
            throw new CallFailed(Failure.of(400, "The request body is not valid JSON."));
        }
        throw new Invalid("body", "must be a JSON object which describes an alert rule");
    }
}
