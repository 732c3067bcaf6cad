package io.tocsin.dialects.datadog;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as clients write them, in JSON or in a query: never an exception, whatever the length or the exponent. */
public final class DatadogNumbers {

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,1000}(\\.\\d{0,1000})?([eE][+-]?\\d{1,9})?");

    private DatadogNumbers() {}

    public static Optional<Long> integer(String text) {
        try {
            return INTEGER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Cuts a fraction off, since Python's {@code time.time()} has one; a number beyond a long becomes the nearest long. */
    static Optional<Long> seconds(String text) {
        var integer = integer(text);
        return integer.isPresent() || !DECIMAL.matcher(text).matches()
                ? integer
                : Optional.of((long) Double.parseDouble(text));
    }
}
