package io.tocsin.events.search;

import java.time.Duration;
import java.time.Instant;

import io.tocsin.events.search.SelectionSql.Part;

/** A part of a window which one statement reads. Of events which lasted into the window only {@code from} counts. */
record Stretch(Part part, Instant from, Instant until, Reading reading) {

    Stretch read(Reading other) {
        return new Stretch(part, from, until, other);
    }

    Stretch between(Instant begin, Instant end) {
        return new Stretch(part, begin, end, reading);
    }

    Duration length() {
        return Duration.between(from, until);
    }

    boolean isSample() { return reading == Reading.SAMPLE; }
}
