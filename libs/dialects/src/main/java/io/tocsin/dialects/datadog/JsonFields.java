package io.tocsin.dialects.datadog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Reads the fields of a JSON object one by one and collects every problem, so that a caller learns all of them at once. Unknown
 * fields are not looked at; null and the empty string are absent.
 */
final class JsonFields {

    private final JsonNode object;
    private final List<String> problems = new ArrayList<>();

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /** Fails with {@link DatadogRejected} when this is not one JSON object. */
    static JsonFields of(byte[] body) {
        return new JsonFields(JsonBody.readObject(body));
    }

    /** Call it last. Fails with {@link DatadogRejected} when a field was not as it should be. */
    void check() {
        if (!problems.isEmpty()) {
            throw new DatadogRejected(DatadogRejected.Reason.INVALID, problems);
        }
    }

    /** A text which must be there, but may be empty: old clients send an empty title with a text and the other way round. */
    String requiredText(String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return problem("The field '" + name + "' is required.");
        }
        return value.isTextual() ? value.textValue() : wrongType(name, "a string", value);
    }

    /** A text which must be there and say something. */
    String filledText(String name) {
        var value = object.path(name);
        return isAbsent(value) ? problem("The field '" + name + "' is required.") : text(name);
    }

    String text(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        return value.isTextual() ? value.textValue() : wrongType(name, "a string", value);
    }

    String text(String name, int maxLength) {
        return limited(name, text(name), maxLength);
    }

    String oneOf(String name, Set<String> words) {
        var text = text(name);
        return text == null || words.contains(text)
                ? text
                : problem("The field '" + name + "' must be one of " + String.join(", ", words) + ".");
    }

    /** A string, or a list of strings as an old client's documentation has it, joined by commas. */
    String textOrTexts(String name, int maxLength) {
        if (!object.path(name).isArray()) {
            return text(name, maxLength);
        }
        var joined = String.join(",", texts(name));
        return joined.isEmpty() ? null : limited(name, joined, maxLength);
    }

    /** Null when absent. Elements must be strings, so that no tag is stored as somebody's guess. */
    List<String> texts(String name, int maxSize, int maxLength) {
        var texts = texts(name);
        if (texts == null || texts.size() > maxSize) {
            return texts == null
                    ? null
                    : problem("The field '" + name + "' has " + texts.size() + " elements; at most " + maxSize
                            + " are allowed.");
        }
        texts.forEach(text -> limited(name, text, maxLength));
        return texts;
    }

    private List<String> texts(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isArray()) {
            return wrongType(name, "an array of strings", value);
        }
        var texts = new ArrayList<String>(value.size());
        for (var element : value) {
            texts.add(element.isTextual() ? element.textValue() : wrongType(name, "an array of strings", element));
        }
        return texts.contains(null) ? List.of() : texts;
    }

    /** A whole number, a fraction which is cut off, or either as a string. What no long can hold becomes the nearest long. */
    Long seconds(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        var seconds = value.isFloatingPointNumber()
                ? Optional.of((long) value.doubleValue())
                : DatadogNumbers.seconds(value.asText());
        return seconds.orElseGet(() -> wrongType(name, "a POSIX timestamp in seconds", value));
    }

    /** A whole number, or the same as a string. */
    Long integer(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        return DatadogNumbers.integer(value.asText())
                .orElseGet(() -> wrongType(name, "a 64-bit integer", value));
    }

    private String limited(String name, String text, int maxLength) {
        var length = text == null ? 0 : text.codePointCount(0, text.length());
        return length <= maxLength
                ? text
                : problem("The field '" + name + "' has " + length + " characters; at most " + maxLength + " are allowed.");
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isTextual() && value.textValue().isEmpty());
    }

    private <T> T wrongType(String name, String wanted, JsonNode found) {
        return problem("The field '" + name + "' must be " + wanted + ", not " + JsonBody.kindOf(found) + ".");
    }

    private <T> T problem(String problem) {
        problems.add(problem);
        return null;
    }
}
