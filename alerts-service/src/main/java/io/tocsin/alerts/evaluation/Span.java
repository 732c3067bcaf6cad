package io.tocsin.alerts.evaluation;

import java.util.Objects;

/** From a moment on, until another which no longer belongs to it. A recovery at the very first moment leaves it empty. */
record Span(Moment start, Moment end) {

    Span {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }

    /**
     * Whether nothing lies between this span and one that starts then. The edge of a window and an event of the same instant
     * meet: the new event is in the window which the old one leaves.
     */
    boolean reaches(Moment start) {
        return end.isEdgeOfWindow() ? !end.at().isBefore(start.at()) : !end.isBefore(start);
    }

    boolean contains(Moment moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    boolean touches(Span other) {
        return reaches(other.start) && other.reaches(start);
    }

    Span with(Span other) {
        return new Span(Moment.earlier(start, other.start), Moment.later(end, other.end));
    }

    /** What is left of it when it ends then at the latest. */
    Span until(Moment cut) {
        return new Span(start, Moment.earlier(end, Moment.later(start, cut)));
    }
}
