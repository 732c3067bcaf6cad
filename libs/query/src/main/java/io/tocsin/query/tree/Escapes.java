package io.tocsin.query.tree;

import java.util.Set;

/** When text can stand in a query as it is, and how it stands otherwise. */
final class Escapes {

    private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "TO");

    private Escapes() {}

    static boolean isKeyword(String text) {
        return KEYWORDS.contains(text);
    }

    static boolean isPlain(String text) {
        return !text.isEmpty()
                && !text.startsWith("-")
                && !isKeyword(text)
                && text.codePoints().allMatch(c -> isPlain(c) || c == '-' || c == '@');
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(c -> (isPlain(c) ? out : out.append('\\')).appendCodePoint(c));
        return out.toString();
    }

    /** Like {@link #escaped}, with the wildcards left to work. */
    static String escapedGlob(String glob) {
        var out = new StringBuilder();
        for (var at = 0; at < glob.length(); at++) {
            var c = glob.charAt(at);
            if (c == '\\') {
                out.append(c).append(glob.charAt(++at));
            } else {
                out.append(c == '*' || c == '?' || isPlain(c) || Character.isSurrogate(c) ? "" : "\\").append(c);
            }
        }
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '/';
    }
}
