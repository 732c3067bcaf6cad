package io.tocsin.events.search;

/**
 * An id as somebody writes it who keeps the numbers of JSON in doubles: JavaScript makes 2235739676039859700 of
 * 2235739676039859585, with the 17 digits of a double and zeros for the rest. Datadog itself was seen to do so (wire/datadog.md §3.1).
 */
record RoundedId(long id) {

    /** More than doubles of this size are apart. */
    private static final long REACH = 1024;

    /** False for most ids that were not rounded. Java before 19 writes up to 18 digits. */
    boolean looksRounded() {
        return id > 1L << 53 && id % 10 == 0;
    }

    long first() {
        return id - REACH;
    }

    long last() {
        return id > Long.MAX_VALUE - REACH ? Long.MAX_VALUE : id + REACH;
    }

    boolean mayMean(long exact) {
        return (double) exact == (double) id;
    }
}
