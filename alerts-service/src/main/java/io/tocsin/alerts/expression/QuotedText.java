package io.tocsin.alerts.expression;

import java.util.Arrays;

import org.antlr.v4.runtime.Token;

/** A string literal without its quotes, which remembers where in the expression each of its characters stood. */
final class QuotedText {

    private final String text;
    private final int[] offsets;

    private QuotedText(String text, int[] offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    /**
     * Takes the backslash from an escaped quote and an escaped backslash. Any other keeps it, because the search language has
     * escapes of its own and nobody should have to write them twice.
     */
    static QuotedText of(Token literal) {
        var raw = literal.getText();
        var decoded = new StringBuilder(raw.length());
        var offsets = new int[raw.length()];
        int at = 1;
        while (at < raw.length() - 1) {
            offsets[decoded.length()] = literal.getStartIndex() + at;
            at += isEscape(raw, at) ? 1 : 0;
            decoded.append(raw.charAt(at++));
        }
        offsets[decoded.length()] = literal.getStopIndex();
        return new QuotedText(decoded.toString(), Arrays.copyOf(offsets, decoded.length() + 1));
    }

    private static boolean isEscape(String raw, int at) {
        return raw.charAt(at) == '\\' && "\\\"'".indexOf(raw.charAt(at + 1)) >= 0;
    }

    String text() {
        return text;
    }

    /** Where in the expression the character at this index of the text stands; its end for what lies behind. */
    int offsetOf(int index) {
        return offsets[Math.max(0, Math.min(index, offsets.length - 1))];
    }
}
