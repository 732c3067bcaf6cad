package io.tocsin.query.meaning;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which texts are numbers. The limits keep the arithmetic of Java and PostgreSQL cheap and exact; longer ones stay texts. */
public final class Numbers {

    /** In the common language of Java and PostgreSQL expressions. */
    public static final String SYNTAX = "^[+-]?([0-9]{1,60}([.][0-9]{0,60})?|[.][0-9]{1,60})([eE][+-]?[0-9]{1,3})?$";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);
    private static final int MAX_SCALE = 2_000;

    private Numbers() {}

    public static Optional<BigDecimal> parse(String text) {
        return couldBeNumber(text) && PATTERN.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** One text for all ways to write a number, and every other text as it is. */
    public static String canonical(String text) {
        return parse(text)
                .map(number -> number.stripTrailingZeros().toString())
                .orElse(text);
    }

    /** The decimal text of a number as PostgreSQL prints it: never an exponent. */
    static String plain(Number number) {
        var text = number.toString();
        try {
            var decimal = new BigDecimal(text);
            return Math.abs(decimal.scale()) > MAX_SCALE ? text : decimal.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Most texts are not numbers; their first character says so without an expression. */
    private static boolean couldBeNumber(String text) {
        return !text.isEmpty() && text.charAt(0) < 'A';
    }
}
