package io.tocsin.events.retention;

import java.time.Instant;

import io.tocsin.events.receipt.EventIds;

/** A span of receipt: what one partition holds. {@code until} is outside. */
record Span(Instant from, Instant until) {

    static Span ofIds(long from, long until) {
        return new Span(EventIds.timeOf(from), EventIds.timeOf(until));
    }

    boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    long firstId() {
        return EventIds.floor(from);
    }

    long endId() {
        return EventIds.floor(until);
    }
}
