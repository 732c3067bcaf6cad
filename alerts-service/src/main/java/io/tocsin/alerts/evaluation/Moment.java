package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * A place in the order of all that happens to a rule. Events of one instant come in the order of their ids; what a window's edge
 * does at that instant comes before them.
 *
 * @param by the id of the event that acts at this moment, {@link #WINDOW} for the edge of a window
 */
record Moment(Instant at, long by) implements Comparable<Moment> {

    static final long WINDOW = 0;

    private static final Comparator<Moment> ORDER = Comparator.comparing(Moment::at).thenComparingLong(Moment::by);

    Moment {
        Objects.requireNonNull(at, "at");
    }

    static Moment edgeOfWindow(Instant at) {
        return new Moment(at, WINDOW);
    }

    boolean isEdgeOfWindow() { return by == WINDOW; }

    boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    static Moment earlier(Moment one, Moment other) {
        return one.isBefore(other) ? one : other;
    }

    static Moment later(Moment one, Moment other) {
        return one.isBefore(other) ? other : one;
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }
}
