package io.tocsin.alerts.result;

import java.util.Objects;
import java.util.UUID;

import io.tocsin.alerts.round.Occurrence;

/**
 * An alert as its table has it.
 *
 * @param start in epoch seconds, as the rounds
 * @param end null while it is open
 * @param suppressed whether it is muted
 */
record Stored(UUID id, long start, Long end, boolean suppressed) {

    boolean isOpen() { return end == null; }

    boolean isTheSameAs(Occurrence occurrence) {
        return occurrence.overlaps(start, end);
    }

    boolean spans(Occurrence occurrence) {
        return start == occurrence.start() && Objects.equals(end, occurrence.end());
    }
}
