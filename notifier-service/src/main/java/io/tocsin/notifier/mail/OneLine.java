package io.tocsin.notifier.mail;

import java.util.regex.Pattern;

/** Text from outside, made harmless for a header or a table cell. */
final class OneLine {

    /** Control characters, line and paragraph separators, and the marks which turn the direction of writing. */
    private static final Pattern UNWANTED = Pattern.compile(
            "[\\p{Cntrl}\\s\\u0080-\\u009F\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private OneLine() {}

    /** One line of at most so many characters, never cut inside a surrogate pair; null becomes empty. */
    static String of(String text, int longest) {
        return text == null ? "" : cut(UNWANTED.matcher(text).replaceAll(" ").strip(), longest);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
