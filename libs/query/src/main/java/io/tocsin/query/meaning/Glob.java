package io.tocsin.query.meaning;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A text with wildcards, matched without backtracking over more than the last {@code *}. Works on code points. */
public final class Glob {

    /** Stands for any run of characters, none included. */
    public static final int RUN = -1;
    /** Stands for exactly one character. */
    public static final int ONE = -2;

    private final int[] symbols;
    private final int[] upper;
    private final int[] lower;

    private Glob(int[] symbols, int[] upper, int[] lower) {
        this.symbols = symbols;
        this.upper = upper;
        this.lower = lower;
    }

    private static Glob exact(int[] symbols) {
        return new Glob(symbols, symbols, symbols);
    }

    /** Every character stands for itself. */
    public static Glob literal(String text) {
        return exact(text.codePoints().toArray());
    }

    /** @param glob as in {@link io.tocsin.query.tree.Pattern} */
    public static Glob pattern(String glob) {
        var source = glob.codePoints().toArray();
        var symbols = new int[source.length];
        var count = 0;
        for (var at = 0; at < source.length; at++) {
            symbols[count++] = switch (source[at]) {
                case '*' -> RUN;
                case '?' -> ONE;
                case '\\' -> source[++at];
                default -> source[at];
            };
        }
        return exact(Arrays.copyOf(symbols, count));
    }

    /** The same shape for upper and lower case: a letter accepts itself and its own upper and lower form. */
    public Glob ignoringCase() {
        return new Glob(symbols, mapped(Character::toUpperCase), mapped(Character::toLowerCase));
    }

    private int[] mapped(IntUnaryOperator mapping) {
        return Arrays.stream(symbols)
                .map(symbol -> symbol < 0 ? symbol : mapping.applyAsInt(symbol))
                .toArray();
    }

    Glob part(int from, int to) {
        return new Glob(
                Arrays.copyOfRange(symbols, from, to),
                Arrays.copyOfRange(upper, from, to),
                Arrays.copyOfRange(lower, from, to));
    }

    public int length() {
        return symbols.length;
    }

    /** A code point, {@link #RUN} or {@link #ONE}. */
    public int symbol(int index) {
        return symbols[index];
    }

    public boolean isExact() { return Arrays.stream(symbols).allMatch(symbol -> symbol >= 0); }

    /** What it matches, if it is exact. */
    public String text() {
        return new String(symbols, 0, symbols.length);
    }

    public int upper(int index) {
        return upper[index];
    }

    public int lower(int index) {
        return lower[index];
    }

    public boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    boolean matches(String text, int from, int to) {
        var at = from;
        var symbol = 0;
        var afterRun = -1;
        var resume = 0;
        while (at < to) {
            if (symbol < symbols.length && symbols[symbol] == RUN) {
                afterRun = ++symbol;
                resume = at;
            } else if (symbol < symbols.length && accepts(symbol, text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
                symbol++;
            } else if (afterRun >= 0) {
                resume += Character.charCount(text.codePointAt(resume));
                at = resume;
                symbol = afterRun;
            } else {
                return false;
            }
        }
        while (symbol < symbols.length && symbols[symbol] == RUN) {
            symbol++;
        }
        return symbol == symbols.length;
    }

    /** Whether a text that begins with this may match: most words of a text are told by their first character. */
    boolean mayBeginWith(int c) {
        return symbols.length > 0 && (symbols[0] == RUN || accepts(0, c));
    }

    private boolean accepts(int symbol, int c) {
        return symbols[symbol] == c || symbols[symbol] == ONE || upper[symbol] == c || lower[symbol] == c;
    }
}
