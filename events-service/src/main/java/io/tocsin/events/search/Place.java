package io.tocsin.events.search;

import java.time.Instant;

import io.tocsin.model.Event;

/** Between two events of a list: right after this one. Events which arrive while somebody pages do not move it. */
public record Place(Instant happenedAt, long id) {

    public static Place after(Event event) {
        return new Place(event.content().happenedAt(), event.id());
    }
}
