package io.tocsin.events.postgres;

import java.util.List;

/**
 * A list of texts as PostgreSQL's array literal. A column of lists travels as an array of such literals, since {@code unnest}
 * would flatten an array of arrays.
 */
public final class TextArray {

    private TextArray() {}

    public static String literal(List<String> texts) {
        var literal = new StringBuilder("{");
        for (var text : texts) {
            literal.append(literal.length() > 1 ? "," : "").append('"');
            appendEscaped(literal, text);
            literal.append('"');
        }
        return literal.append('}').toString();
    }

    private static void appendEscaped(StringBuilder literal, String text) {
        for (int at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '"' || character == '\\') {
                literal.append('\\');
            }
            literal.append(character);
        }
    }
}
