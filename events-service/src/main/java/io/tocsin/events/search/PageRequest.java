package io.tocsin.events.search;

import java.time.Clock;
import java.util.List;

import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** @param after where the page begins, null for the first */
record PageRequest(Scope scope, EventSelection selection, EventOrder order, Place after, int limit) {

    List<Stretch> stretches(Clock clock) {
        return Stretches.of(selection, order, after, clock);
    }

    /** What is left of it when these were found. */
    PageRequest behind(List<Event> found) {
        var last = found.isEmpty() ? after : Place.after(found.get(found.size() - 1));
        return new PageRequest(scope, selection, order, last, limit - found.size());
    }

    SelectionSql where(Stretch stretch, Clock clock) {
        return SelectionSql.of(scope, selection, stretch, clock).behind(after, order);
    }
}
