package io.tocsin.events.api.dynatrace;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.events.search.EventOrder;
import io.tocsin.events.search.EventSearch;
import io.tocsin.events.search.EventSelection;
import io.tocsin.events.search.Place;
import io.tocsin.events.search.SearchTooBroad;
import io.tocsin.http.paging.Cursor;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/** Pages of events, newest start first. The events are counted once, and the cursor keeps the number. */
@Singleton
class EventPages {

    private final EventSearch search;
    private final DynatraceConfig config;

    EventPages(EventSearch search, DynatraceConfig config) {
        this.search = search;
        this.config = config;
    }

    Uni<EventPage> first(Scope scope, EventSelection selection, int size) {
        return events(scope, selection, null, size)
                .chain(events -> count(scope, selection, events, size)
                        .map(total -> page(selection, events, size, total)));
    }

    /** @param total as it was counted for the first page */
    Uni<EventPage> next(Scope scope, EventSelection selection, Cursor after, int size, long total) {
        var place = new Place(after.time(), Long.parseLong(after.id()));
        return events(scope, selection, place, size)
                .map(events -> page(selection, events, size, total));
    }

    /** One more than asked for, which tells whether there is a next page and where it begins. */
    private Uni<List<Event>> events(Scope scope, EventSelection selection, Place after, int size) {
        return search.page(scope, selection, EventOrder.NEWEST_FIRST, after, size + 1);
    }

    /** A page is worth more than the number of those on the others, so that what takes too long to count is counted as far as read. */
    private Uni<Long> count(Scope scope, EventSelection selection, List<Event> events, int size) {
        return events.size() <= size
                ? Uni.createFrom().item((long) events.size())
                : search.count(scope, selection, config.countUpTo())
                        .onFailure(SearchTooBroad.class)
                        .recoverWithItem((long) events.size());
    }

    private static EventPage page(EventSelection selection, List<Event> events, int size, long total) {
        if (events.size() <= size) {
            return new EventPage(events, total, null, null);
        }
        var last = events.get(size - 1);
        return new EventPage(events.subList(0, size), total, events.get(size), new Cursor(selection.from(), selection.until(),
                Cursor.Direction.NEXT, last.content().happenedAt(), Long.toString(last.id())));
    }
}
