package io.tocsin.events.search;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

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
 * @param entities ids of which one must be the event's; null for any, and then also for none at all
 */
public record EventSelection(
        Instant from,
        Instant until,
        boolean lasting,
        EventQuery query,
        EventStatus status,
        Set<String> entities) {

    public EventSelection {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(query, "query");
        entities = entities == null ? null : Set.copyOf(entities);
    }

    public static EventSelection between(Instant from, Instant until, EventQuery query) {
        return new EventSelection(from, until, false, query, null, null);
    }

    public EventSelection orLasting() {
        return new EventSelection(from, until, true, query, status, entities);
    }

    public EventSelection of(EventStatus wanted) {
        return new EventSelection(from, until, lasting, query, wanted, entities);
    }

    public EventSelection about(Set<String> wanted) {
        return new EventSelection(from, until, lasting, query, status, wanted);
    }
}
