package io.tocsin.dialects.dynatrace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads the fields of a JSON object and collects every violation, so that a caller learns all of them at once. Unknown fields are
 * not looked at, null and the empty text are absent, and numbers may be written as texts: clients do all of this.
 */
final class DynatraceFields {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");

    private final JsonNode object;
    private final String prefix;
    private final List<DynatraceViolation> violations;

    private DynatraceFields(JsonNode object, String prefix, List<DynatraceViolation> violations) {
        this.object = object;
        this.prefix = prefix;
        this.violations = violations;
    }

    /** Fails with {@link DynatraceRejected} when this is not one JSON object. */
    static DynatraceFields of(byte[] body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return new DynatraceFields(json, "", new ArrayList<>());
            }
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw DynatraceRejected.unreadable("The request body is not valid JSON" + (location == null
                    ? "."
                    : " at line " + location.getLineNr() + ", column " + location.getColumnNr() + "."));
        } catch (IOException e) {
            throw DynatraceRejected.unreadable("The request body is not valid JSON text.");
        }
        throw DynatraceRejected.unreadable("The request body must be one JSON object.");
    }

    /** Call it last. Fails with {@link DynatraceRejected} when a field was not as it should be. */
    void check() {
        if (!violations.isEmpty()) {
            throw DynatraceRejected.violated(violations);
        }
    }

    boolean has(String name) {
        return !isAbsent(object.path(name));
    }

    /** The value as it stands in the body; a missing node when it is absent. */
    JsonNode json(String name) {
        var value = object.path(name);
        return isAbsent(value) ? object.path("\0") : value;
    }

    String text(String name, int longest) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (value.isContainerNode()) {
            return violated(name, "must be a text");
        }
        var text = value.asText();
        return text.length() <= longest
                ? text
                : violated(name, "has " + text.length() + " characters; at most " + longest + " are allowed");
    }

    String requiredText(String name, int longest) {
        require(name);
        return text(name, longest);
    }

    void require(String name) {
        if (!has(name)) {
            violated(name, "must not be null or empty");
        }
    }

    /** A whole number, perhaps written as a text. */
    Long number(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        var text = value.isFloatingPointNumber() && value.doubleValue() == Math.rint(value.doubleValue())
                ? Long.toString((long) value.doubleValue())
                : value.asText();
        return INTEGER.matcher(text).matches()
                ? Long.valueOf(text.replaceFirst("^\\+", ""))
                : violated(name, "must be a whole number of at most 18 digits");
    }

    /** The field as an object whose own fields can be read; null when it is absent. */
    DynatraceFields object(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        return value.isObject() ? inside(name, value) : violated(name, "must be an object");
    }

    /** The elements of a list of objects; a single object is a list of one. */
    List<DynatraceFields> objects(String name) {
        var elements = new ArrayList<DynatraceFields>();
        for (var element : elements(name)) {
            var at = name + "[" + elements.size() + "]";
            elements.add(element.isObject() ? inside(at, element) : violated(at, "must be an object"));
        }
        return elements.stream().filter(Objects::nonNull).toList();
    }

    /** The elements of a list of texts, nulls left out; a single text is a list of one. */
    List<String> texts(String name, int longest) {
        var texts = new ArrayList<String>();
        for (var element : elements(name)) {
            if (element.isContainerNode() || element.asText().length() > longest) {
                violated(name, "must be a list of texts of at most " + longest + " characters");
                return List.of();
            }
            texts.add(element.asText());
        }
        return texts;
    }

    private List<JsonNode> elements(String name) {
        var value = object.path(name);
        if (isAbsent(value)) {
            return List.of();
        }
        var elements = new ArrayList<JsonNode>();
        if (value.isArray()) {
            value.forEach(element -> elements.add(element));
        } else {
            elements.add(value);
        }
        elements.removeIf(JsonNode::isNull);
        return elements;
    }

    <T> T violated(String name, String message) {
        violations.add(DynatraceViolation.ofBody(prefix + name, message));
        return null;
    }

    private DynatraceFields inside(String name, JsonNode value) {
        return new DynatraceFields(value, prefix + name + ".", violations);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isTextual() && value.textValue().isEmpty());
    }
}
