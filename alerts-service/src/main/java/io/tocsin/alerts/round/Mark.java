package io.tocsin.alerts.round;

import java.util.Comparator;
import java.util.Objects;

/**
 * What one source measured in one round, as one rule judges it.
 *
 * @param violates the location condition
 * @param metrics for people
 * @param receivedAt in epoch milliseconds
 */
public record Mark(boolean violates, String metrics, long receivedAt) {

    /** Whichever comes first, the same of two stands: a violation before its contrary, then what was received earlier. */
    private static final Comparator<Mark> STANDING = Comparator.comparing(Mark::violates)
            .reversed()
            .thenComparingLong(Mark::receivedAt)
            .thenComparing(Mark::metrics);

    public Mark {
        Objects.requireNonNull(metrics, "metrics");
    }

    Mark or(Mark other) {
        return STANDING.compare(this, other) <= 0 ? this : other;
    }
}
