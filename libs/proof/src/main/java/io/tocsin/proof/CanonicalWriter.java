package io.tocsin.proof;

import java.io.IOException;
import java.util.ArrayList;

import org.erdtman.jcs.NumberToJSON;

import com.fasterxml.jackson.databind.JsonNode;

/** Writes a tree as RFC 8785 has it: members in the order of their UTF-16 names, numbers as ECMAScript writes them, no blanks. */
final class CanonicalWriter {

    /** Whole numbers up to here are the same as doubles. */
    private static final long EXACT = 1L << 53;
    private static final String HEX = "0123456789abcdef";
    private static final int USUAL_SIZE = 512;

    private final StringBuilder text = new StringBuilder(USUAL_SIZE);

    void write(JsonNode json) {
        switch (json.getNodeType()) {
            case OBJECT -> writeObject(json);
            case ARRAY -> writeArray(json);
            case STRING -> writeString(json.textValue());
            case NUMBER -> writeNumber(json);
            case BOOLEAN, NULL -> text.append(json.asText());
            default -> throw new IllegalArgumentException("this JSON has no canonical form: it holds a " + json.getNodeType());
        }
    }

    private void writeObject(JsonNode object) {
        var names = new ArrayList<String>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        var separator = '{';
        for (var name : names) {
            text.append(separator);
            writeString(name);
            text.append(':');
            write(object.get(name));
            separator = ',';
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode array) {
        var separator = '[';
        for (var item : array) {
            text.append(separator);
            write(item);
            separator = ',';
        }
        text.append(array.isEmpty() ? "[]" : "]");
    }

    private void writeNumber(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong() && isExact(number.longValue())) {
            text.append(number.longValue());
            return;
        }
        try {
            text.append(NumberToJSON.serializeNumber(number.isFloat()
                    ? Double.parseDouble(number.asText())
                    : number.doubleValue()));
        } catch (IOException e) {
            throw new IllegalArgumentException("this JSON has no canonical form: " + e.getMessage(), e);
        }
    }

    private static boolean isExact(long number) {
        return -EXACT <= number && number <= EXACT;
    }

    private void writeString(String value) {
        text.append('"');
        var written = 0;
        for (var at = 0; at < value.length(); at++) {
            var character = value.charAt(at);
            if (Character.isSurrogate(character)) {
                at = secondHalf(value, at);
            } else if (character < ' ' || character == '"' || character == '\\') {
                text.append(value, written, at);
                writeEscaped(character);
                written = at + 1;
            }
        }
        text.append(value, written, value.length()).append('"');
    }

    /** One half alone has no UTF-8: its hash would be that of a question mark. */
    private static int secondHalf(String value, int first) {
        if (first + 1 < value.length() && Character.isSurrogatePair(value.charAt(first), value.charAt(first + 1))) {
            return first + 1;
        }
        throw new IllegalArgumentException("this JSON has no canonical form: it holds half a surrogate pair");
    }

    private void writeEscaped(char character) {
        switch (character) {
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            case '"', '\\' -> text.append('\\').append(character);
            default -> text.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xf));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
