package io.tocsin.query.meaning;

import java.math.BigDecimal;

/** Compares values with a bound: as numbers if both are numbers, else by code points, which is PostgreSQL's collation "C". */
final class Order {

    private final String bound;
    private final BigDecimal number;

    Order(String bound) {
        this.bound = bound;
        this.number = Numbers.parse(bound).orElse(null);
    }

    /** Negative, zero or positive as the value is below, at or above the bound. */
    int compare(String value) {
        if (number == null) {
            return compareText(value, bound);
        }
        return Numbers.parse(value)
                .map(decimal -> decimal.compareTo(number))
                .orElseGet(() -> compareText(value, bound));
    }

    private static int compareText(String a, String b) {
        var same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (same == a.length() || same == b.length()) {
            return a.length() - b.length();
        }
        return Integer.compare(codePoint(a, same), codePoint(b, same));
    }

    /** The code point at this place, or the one which begins just before it. */
    private static int codePoint(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))
                ? text.codePointAt(at - 1)
                : text.codePointAt(at);
    }
}
