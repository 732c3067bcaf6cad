package io.tocsin.query.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a word is: the longest run of characters that are not separators. Separators are a fixed table, the same in Java and in
 * SQL, and independent of the Unicode version of either: ASCII other than letters, digits and {@code _}; Latin-1 signs;
 * general, CJK and full-width punctuation.
 */
public final class Words {

    /** Inclusive ranges of code points. */
    private static final int[][] SEPARATORS = {
            { 0x01, 0x2F }, { 0x3A, 0x40 }, { 0x5B, 0x5E }, { 0x60, 0x60 }, { 0x7B, 0xA9 }, { 0xAB, 0xB4 }, { 0xB6, 0xB9 },
            { 0xBB, 0xBF }, { 0xD7, 0xD7 }, { 0xF7, 0xF7 }, { 0x2000, 0x206F }, { 0x3000, 0x303F }, { 0xFF01, 0xFF0F },
            { 0xFF1A, 0xFF20 }, { 0xFF3B, 0xFF3E }, { 0xFF40, 0xFF40 }, { 0xFF5B, 0xFF65 } };

    private static final long[] ASCII_SEPARATORS = asciiSeparators();

    private Words() {}

    /** Inclusive ranges of code points, in ascending order. */
    public static List<int[]> separators() {
        return List.of(SEPARATORS);
    }

    static boolean isSeparator(int c) {
        if (c < 128) {
            return (ASCII_SEPARATORS[c >> 6] & 1L << c) != 0;
        }
        for (var range : SEPARATORS) {
            if (c <= range[1]) {
                return c >= range[0];
            }
        }
        return false;
    }

    /** The words of a text or pattern, in order; a wildcard belongs to the word it stands in. */
    static List<Glob> of(Glob text) {
        var words = new ArrayList<Glob>();
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.symbol(at) >= 0 && isSeparator(text.symbol(at))) {
                if (at > start) {
                    words.add(text.part(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    /** Hands over each word of a text, folded; null has none. */
    public static void eachFolded(String text, Consumer<String> each) {
        if (text == null) {
            return;
        }
        var start = 0;
        for (var at = 0; at <= text.length(); at++) {
            if (at == text.length() || isSeparator(text.charAt(at))) {
                if (at > start) {
                    each.accept(fold(text.substring(start, at)));
                }
                start = at + 1;
            }
        }
    }

    /** One form for all words which a search takes for the same: {@link Glob#ignoringCase} accepts a letter's upper and lower form. */
    public static String fold(String word) {
        for (var at = 0; at < word.length(); at++) {
            if (word.charAt(at) >= 128) {
                return foldCodePoints(word);
            }
        }
        return AsciiCase.lower(word);
    }

    private static String foldCodePoints(String word) {
        var folded = word.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .toArray();
        return new String(folded, 0, folded.length);
    }

    private static long[] asciiSeparators() {
        var bits = new long[2];
        for (var range : SEPARATORS) {
            for (var c = range[0]; c <= Math.min(range[1], 127); c++) {
                bits[c >> 6] |= 1L << c;
            }
        }
        return bits;
    }
}
