package io.tocsin.proof;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.proof.merkle.Hash;

/**
 * What stands in an entry in the place of something personal. The entry's hash covers the commitment only, so that what it
 * commits to, its opening, can be erased without breaking anything.
 *
 * @param person whose it is, a name made up for the log
 * @param commitment the leaf hash of the opening's canonical JSON
 */
public record Veil(String person, Hash commitment) {

    private static final String PERSON = "personalOf";
    private static final String COMMITMENT = "commitment";

    /** @param salt random, without which a value could be found by guessing */
    public static ObjectNode opening(String salt, JsonNode value) {
        var opening = JsonNodeFactory.instance.objectNode().put("salt", salt);
        opening.set("value", value);
        return opening;
    }

    public static Veil over(String person, JsonNode opening) {
        return over(person, CanonicalJson.of(opening));
    }

    /** @param opening in canonical form */
    public static Veil over(String person, String opening) {
        return new Veil(person, CanonicalJson.leaf(opening));
    }

    /** What {@link #opening} makes, in canonical form, but for the value which comes next and {@link CanonicalText#endObject}. */
    public static CanonicalText beginOpening(CanonicalText text, String salt) {
        return text.beginObject().member("salt").text(salt).member("value");
    }

    /** In the place of what it stands for. */
    public void writeTo(CanonicalText text) {
        text.beginObject().member(COMMITMENT).text(commitment.toString()).member(PERSON).text(person).endObject();
    }

    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put(PERSON, person).put(COMMITMENT, commitment.toString());
    }

    public static boolean isOne(JsonNode json) {
        return json.size() == 2 && json.path(PERSON).isTextual() && json.path(COMMITMENT).isTextual();
    }

    /** Whose is what in this entry, by commitment. */
    public static Map<String, String> in(JsonNode entry) {
        var people = new LinkedHashMap<String, String>();
        collect(entry, people);
        return people;
    }

    private static void collect(JsonNode json, Map<String, String> people) {
        if (isOne(json)) {
            people.put(json.get(COMMITMENT).asText(), json.get(PERSON).asText());
        } else {
            json.forEach(part -> collect(part, people));
        }
    }
}
