package io.tocsin.dialects.thousandeyes.result;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The members of one JSON object; what is wrong with one is noted, and it then counts as absent.
 *
 * @param path where the object stands: {@code [0].results[3]}
 */
record Members(JsonNode node, String path, Complaints complaints) {

    /** An id, a name: also a number becomes a text, since older clients send ids as numbers. Null when absent or blank. */
    String text(String name, int longest) {
        var member = node.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return null;
        }
        if (!member.isTextual() && !member.isIntegralNumber()) {
            return wrong(name, "must be a text");
        }
        var text = member.asText().strip();
        if (text.length() > longest) {
            return wrong(name, "must have at most " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    String required(String name, int longest) {
        var text = text(name, longest);
        if (text == null) {
            lacks(name);
        }
        return text;
    }

    Long wholeNumber(String name) {
        var member = node.path(name);
        if (member.isMissingNode() || member.isNull()) {
            return null;
        }
        return member.isIntegralNumber() && member.canConvertToLong()
                ? (Long) member.longValue()
                : wrong(name, "must be a whole number");
    }

    /** One of the words which {@code known} knows, null when absent or none of them. */
    <T> T word(String name, Function<String, Optional<T>> known, String words) {
        var text = text(name, 100);
        return text == null ? null : known.apply(text).orElseGet(() -> wrong(name, "must be one of " + words));
    }

    /** @param parser fails with {@link IllegalArgumentException}, whose message is for the sender */
    Instant time(String name, Function<String, Instant> parser) {
        var text = text(name, 100);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            return wrong(name, e.getMessage());
        }
    }

    /** The members of this member, of none when it is no object. */
    Members object(String name) {
        var member = node.path(name);
        if (!member.isMissingNode() && !member.isNull() && !member.isObject()) {
            wrong(name, "must be an object");
        }
        return new Members(member.isObject() ? member : MissingNode.getInstance(), at(name), complaints);
    }

    boolean isPresent() { return node.isObject(); }

    void lacks(String name) {
        if (node.path(name).isMissingNode() || node.path(name).isNull() || node.path(name).asText().isBlank()) {
            wrong(name, "must not be blank");
        }
    }

    <T> T wrong(String name, String message) {
        complaints.add(at(name), message);
        return null;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
