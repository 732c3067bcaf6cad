package io.tocsin.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text as PostgreSQL can keep it and UTF-8 can carry it. NUL and single halves of surrogate pairs, which a JSON escape can smuggle
 * in, become U+FFFD: to lose one character of a message is better than to lose the message.
 */
public final class StorableText {

    private static final char NUL = '\0';
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The text itself when nothing is wrong with it, and null for null. */
    public static String of(String text) {
        if (text == null || firstBad(text) == text.length()) {
            return text;
        }
        var repaired = new StringBuilder(text);
        for (int at = firstBad(text); at < text.length(); at = firstBad(text, at + 1)) {
            repaired.setCharAt(at, REPLACEMENT);
        }
        return repaired.toString();
    }

    static boolean isStorable(String text) {
        return firstBad(text) == text.length();
    }

    /** The same for a JSON value of maps, lists and plain values: every name and every text in it. */
    public static Object ofJson(Object value) {
        if (value instanceof String text) {
            return of(text);
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((name, member) -> copy.put(of(String.valueOf(name)), ofJson(member)));
            return copy;
        }
        return value instanceof List<?> list ? list.stream().map(StorableText::ofJson).toList() : value;
    }

    /** Where the first character stands that cannot be kept; the length when there is none. */
    public static int firstBad(String text) {
        return firstBad(text, 0);
    }

    /** Where the next bad character stands, from this position on; the length when there is none. */
    private static int firstBad(String text, int from) {
        var at = from;
        while (at < text.length()) {
            var character = text.charAt(at);
            if (Character.isHighSurrogate(character) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at
                    + 1))) {
                at += 2;
            } else if (character == NUL || Character.isSurrogate(character)) {
                return at;
            } else {
                at++;
            }
        }
        return text.length();
    }
}
