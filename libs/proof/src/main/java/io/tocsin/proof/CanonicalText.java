package io.tocsin.proof;

import java.io.IOException;
import java.math.BigInteger;

import org.erdtman.jcs.NumberToJSON;

/**
 * JSON as RFC 8785 has it, while it is written: strings and numbers as ECMAScript writes them, no blanks. Whoever writes an object gives
 * its members in the order of their names as UTF-16.
 */
public final class CanonicalText {

    /** Whole numbers up to here are the same as doubles. */
    private static final long EXACT = 1L << 53;
    private static final String HEX = "0123456789abcdef";
    private static final int USUAL_SIZE = 512;

    private final StringBuilder text = new StringBuilder(USUAL_SIZE);

    /** Begins anew; what was written is forgotten. */
    public CanonicalText clear() {
        text.setLength(0);
        return this;
    }

    public CanonicalText beginObject() {
        text.append('{');
        return this;
    }

    /** The name of a member; its value comes next. */
    public CanonicalText member(String name) {
        next('{').text(name);
        text.append(':');
        return this;
    }

    public CanonicalText endObject() {
        text.append('}');
        return this;
    }

    public CanonicalText beginArray() {
        text.append('[');
        return this;
    }

    /** The next value is an item of an array. */
    public CanonicalText item() {
        return next('[');
    }

    public CanonicalText endArray() {
        text.append(']');
        return this;
    }

    /** A string is never the last thing in the text without its quote, so that a bracket there has just been opened. */
    private CanonicalText next(char opened) {
        if (text.charAt(text.length() - 1) != opened) {
            text.append(',');
        }
        return this;
    }

    public CanonicalText nothing() {
        text.append("null");
        return this;
    }

    public CanonicalText truth(boolean value) {
        text.append(value);
        return this;
    }

    public CanonicalText number(long value) {
        if (-EXACT <= value && value <= EXACT) {
            text.append(value);
            return this;
        }
        return number((double) value);
    }

    public CanonicalText number(BigInteger value) {
        return value.bitLength() < Long.SIZE ? number(value.longValue()) : number(value.doubleValue());
    }

    /** Fails with {@link IllegalArgumentException} for what is no number. */
    public CanonicalText number(double value) {
        try {
            text.append(NumberToJSON.serializeNumber(value));
            return this;
        } catch (IOException e) {
            throw new IllegalArgumentException("this JSON has no canonical form: " + e.getMessage(), e);
        }
    }

    /** Fails with {@link IllegalArgumentException} for half a surrogate pair. */
    public CanonicalText text(String value) {
        if (value == null) {
            return nothing();
        }
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
        return this;
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
