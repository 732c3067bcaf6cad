package io.tocsin.events.search;

import java.time.Duration;
import java.time.Instant;

import io.tocsin.events.search.SelectionSql.Part;

/**
 * A part of a window which one statement reads. Of events which lasted into the window only {@code from} counts.
 *
 * @param rows after how many events it is cut off, of those read along the feed; otherwise it is not
 */
record Stretch(Part part, Instant from, Instant until, Reading reading, int rows) {

    /** PostgreSQL's times are whole ones. */
    static final Duration MICROSECOND = Duration.ofNanos(1_000);

    Stretch byTerms() {
        return new Stretch(part, from, until, Reading.BY_TERMS, 0);
    }

    Stretch alongTheFeed(int rows) {
        return new Stretch(part, from, until, Reading.ALONG_THE_FEED, rows);
    }

    /** The part which is read first; all of it rather than most of it, which would only be one statement more. */
    Stretch first(Duration length, EventOrder order) {
        if (length.multipliedBy(2).compareTo(length()) >= 0) {
            return this;
        }
        return order == EventOrder.NEWEST_FIRST ? between(until.minus(length), until) : between(from, from.plus(length));
    }

    /** The part in front of an event which happened then, without any other of its moment. */
    Stretch before(Instant event, EventOrder order) {
        return order == EventOrder.NEWEST_FIRST ? between(event.plus(MICROSECOND), until) : between(from, event);
    }

    /** What is left of it when this first part of it was read. */
    Stretch behind(Stretch first, EventOrder order) {
        return order == EventOrder.NEWEST_FIRST ? between(from, first.from) : between(first.until, until);
    }

    boolean isCutOff() { return reading == Reading.ALONG_THE_FEED; }

    boolean isEmpty() { return !from.isBefore(until); }

    Duration length() {
        return Duration.between(from, until);
    }

    private Stretch between(Instant begin, Instant end) {
        return new Stretch(part, begin, end, reading, rows);
    }
}
