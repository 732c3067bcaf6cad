package io.tocsin.events.search;

import java.time.Instant;
import java.util.Objects;

import io.tocsin.model.EventStatus;
import io.tocsin.query.EventQuery;

/**
 * Which events of one account group a caller wants to see, whatever its dialect. {@link #between} makes one, the others narrow it.
 *
 * @param from inclusive
 * @param until exclusive
 * @param lasting whether events count which began before {@code from} and had not ended by then; of the others, the beginning
 *        lies inside
 * @param query what must be true of each event
 * @param status null for any; an event whose end has come is closed, whatever it was when it was posted
 * @param subjects what the event must be about; null for anything, and then also for nothing at all
 */
public record EventSelection(
        Instant from,
        Instant until,
        boolean lasting,
        EventQuery query,
        EventStatus status,
        Subjects subjects) {

    public EventSelection {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(query, "query");
    }

    public static EventSelection between(Instant from, Instant until, EventQuery query) {
        return new EventSelection(from, until, false, query, null, null);
    }

    public EventSelection orLasting() {
        return new EventSelection(from, until, true, query, status, subjects);
    }

    public EventSelection of(EventStatus wanted) {
        return new EventSelection(from, until, lasting, query, wanted, subjects);
    }

    public EventSelection about(Subjects wanted) {
        return new EventSelection(from, until, lasting, query, status, wanted);
    }

    /** Whether the index of terms narrows it down. */
    boolean hasTerms() {
        return query.hasTerms() || (subjects != null && !subjects.nothing());
    }
}
