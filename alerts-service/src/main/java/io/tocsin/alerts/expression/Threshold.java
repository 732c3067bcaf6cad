package io.tocsin.alerts.expression;

/**
 * When a number of events is a violation.
 *
 * @param value at least 1 with {@code EQUAL}, else 0 or more
 */
public record Threshold(Comparison comparison, int value) {

    public enum Comparison {
        MORE_THAN, AT_LEAST, EQUAL
    }

    public boolean isViolatedBy(int number) {
        return switch (comparison) {
            case MORE_THAN -> number > value;
            case AT_LEAST -> number >= value;
            case EQUAL -> number == value;
        };
    }

    /** No number above this one makes a difference, so that no more need to be looked at. */
    public int enough() {
        return comparison == Comparison.AT_LEAST ? value : value + 1;
    }
}
