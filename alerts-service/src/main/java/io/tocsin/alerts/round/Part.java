package io.tocsin.alerts.round;

import java.util.Objects;

/**
 * One source of an occurrence.
 *
 * @param start the first round of its violation, which may be before the alert's own start
 * @param end the round in which it was well again or gone, null while it violates
 * @param heard the latest round in which it reported
 * @param metricsAtEnd the latest while it violates
 */
public record Part(long start, Long end, long heard, String metricsAtStart, String metricsAtEnd) {

    public Part {
        Objects.requireNonNull(metricsAtStart, "metricsAtStart");
        Objects.requireNonNull(metricsAtEnd, "metricsAtEnd");
    }

    static Part joining(long round, String metrics) {
        return new Part(round, null, round, metrics, metrics);
    }

    public boolean violates() {
        return end == null;
    }

    Part violatingIn(long round, String metrics) {
        return new Part(start, null, round, metricsAtStart, metrics);
    }

    /** What it measured is not always known: then the last that is stays. */
    Part wellIn(long round, String metrics) {
        return violates() ? new Part(start, round, round, metricsAtStart, metrics) : this;
    }

    Part goneIn(long round) {
        return new Part(start, round, heard, metricsAtStart, metricsAtEnd);
    }
}
