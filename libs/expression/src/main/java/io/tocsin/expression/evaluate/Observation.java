package io.tocsin.expression.evaluate;

import java.util.List;
import java.util.stream.Collectors;

import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Unit;

/**
 * What was measured, for people: {@code Error type: "DNS"} (wire/thousandeyes.md §4.7).
 *
 * @param metric its name in expressions
 * @param unit null for a plain number, a text or a flag
 * @param value a {@code Double}, a {@code List} of texts or a {@code Boolean}
 */
public record Observation(String metric, String label, Unit unit, Object value) {

    private static final int MAX_TEXT = 1_000;

    static Observation of(Metric metric, Object value) {
        return new Observation(metric.name(), metric.label(), metric.unit(), value);
    }

    /** {@code Reachability: 99.8%, Path changes: 3}; the empty text for none. */
    public static String joined(List<Observation> observations) {
        return observations.stream()
                .map(Observation::text)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Label, colon, blank, value; texts are quoted, and cut after 1000 characters. */
    public String text() {
        return label + ": " + shown();
    }

    private String shown() {
        if (value instanceof Double number) {
            var digits = Digits.of(number);
            return unit == null ? digits : unit.after(digits);
        }
        return value instanceof List<?> texts ? quoted(texts) : String.valueOf(value);
    }

    private static String quoted(List<?> texts) {
        var text = texts.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return '"' + (text.length() > MAX_TEXT ? text.substring(0, beforeHalf(text)) + "..." : text) + '"';
    }

    /** Not between the two halves of a character. */
    private static int beforeHalf(String text) {
        return Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
    }
}
