package io.tocsin.query.meaning;

/** Lower case for A-Z alone, as PostgreSQL's {@code lower(... collate "C")} does whatever its locale. */
public final class AsciiCase {

    private AsciiCase() {}

    public static String lower(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (isUpper(text.charAt(at))) {
                return lowered(text, at);
            }
        }
        return text;
    }

    private static String lowered(String text, int from) {
        var chars = text.toCharArray();
        for (var at = from; at < chars.length; at++) {
            if (isUpper(chars[at])) {
                chars[at] += 'a' - 'A';
            }
        }
        return new String(chars);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
