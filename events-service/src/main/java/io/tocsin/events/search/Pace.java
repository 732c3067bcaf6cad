package io.tocsin.events.search;

import java.time.Duration;

/**
 * How often what is looked for was found so far, which tells how to read on. Begins with a sample, the first events of the window
 * whatever they are. What is common among them is read on along the feed, in which it lies in order; what is rarer by the index of
 * terms. That knows no time, so that it names every event of a term in a piece, of which a page takes the first: a piece is as long as
 * it takes to fill the page at the pace so far, and half as long again.
 *
 * @param density events a millisecond, whatever they are; 0 when not known yet
 * @param rows how many events were gone through
 * @param found how many of them matched
 * @param most how many may be gone through next
 */
record Pace(double density, double rows, int found, double most) {

    static final int SAMPLE = 1_000;

    /** Nothing was read yet. */
    static final Pace UNKNOWN = new Pace(0, 0, 0, Double.MAX_VALUE);

    /**
     * Where the sample is looked for at first. Of a window of years PostgreSQL would plan every week for it; who has fewer events is
     * asked for the rest of the window, too.
     */
    private static final Duration FIRST = Duration.ofDays(7);

    /** Of every thousand. With as many among them, the feed itself is the fastest way to more. */
    private static final int COMMON = 20;

    /** By so much each piece by terms is longer than the one before at most: a wrong guess costs few statements, none of them much in vain. */
    private static final int GROWTH = 8;

    /** In none of a thousand there may still be one in two thousand. */
    private static final double NONE = 0.5;

    /** So many pages are all read at once, which asks the index of terms of each partition but once. */
    private static final int FEW = 2;

    private static final double LONGEST = Duration.ofDays(1_000_000).toMillis();

    /** What to read next. */
    Stretch next(Stretch unread, int wanted, EventOrder order) {
        if (density == 0) {
            return (rows == 0 ? unread.first(FIRST, order) : unread).alongTheFeed(SAMPLE);
        }
        if (isCommon()) {
            return unread.first(time(GROWTH * ahead(wanted)), order).alongTheFeed(samples(ahead(wanted)));
        }
        return (expected(unread) < FEW * wanted ? unread : unread.first(time(ahead(wanted)), order)).byTerms();
    }

    /** When a statement was cut off after so many events. */
    Pace cutOff(Stretch read, int matched) {
        return new Pace(read.rows() / millis(read), rows + read.rows(), found + matched, Double.MAX_VALUE);
    }

    /** When all of a stretch was read. */
    Pace through(Stretch read, int matched) {
        var passed = Math.max(1, density * millis(read));
        return new Pace(density, rows + passed, found + matched, GROWTH * passed);
    }

    private boolean isCommon() { return found * SAMPLE >= COMMON * rows; }

    private double ahead(int wanted) {
        return Math.min(most, 1.5 * wanted / share());
    }

    private double expected(Stretch unread) {
        return share() * density * millis(unread);
    }

    private double share() {
        return Math.max(found, NONE) / rows;
    }

    /** In few sizes, so that there are few texts to prepare. */
    private static int samples(double events) {
        return SAMPLE * Integer.highestOneBit((int) (2 * events / SAMPLE) | 1);
    }

    private Duration time(double events) {
        return Duration.ofMillis((long) Math.ceil(Math.min(LONGEST, events / density)));
    }

    private static double millis(Stretch stretch) {
        return Math.max(1, stretch.length().toMillis());
    }
}
