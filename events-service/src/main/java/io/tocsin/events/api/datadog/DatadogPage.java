package io.tocsin.events.api.datadog;

import java.time.Instant;

import io.tocsin.dialects.datadog.v2.DatadogSearch;
import io.tocsin.dialects.datadog.v2.DatadogSearchReader;
import io.tocsin.events.search.EventSelection;
import io.tocsin.events.search.Place;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;

/**
 * One page of a search. A relative window is what it was on the first page, which every cursor remembers.
 *
 * @param place null for the first page
 */
record DatadogPage(Scope scope, DatadogSearch wanted, Instant from, Instant until, Place place) {

    /** The years 1 to 9999: what PostgreSQL and every client can express alike. */
    private static final Instant FIRST = Instant.parse("0000-12-31T00:00:00Z");
    private static final Instant LAST = Instant.parse("+10000-01-02T00:00:00Z");

    static DatadogPage of(Scope scope, DatadogSearch wanted) {
        return wanted.cursor() == null
                ? new DatadogPage(scope, wanted, wanted.from(), wanted.until(), null)
                : behind(scope, wanted);
    }

    private static DatadogPage behind(Scope scope, DatadogSearch wanted) {
        try {
            var cursor = Cursor.decode(wanted.cursor(), filter(scope, wanted));
            return new DatadogPage(scope, wanted, checked(cursor.from()), checked(cursor.to()),
                    new Place(checked(cursor.time()), Long.parseLong(cursor.id())));
        } catch (BadCursor | NumberFormatException e) {
            throw DatadogSearchReader.badCursor();
        }
    }

    /** Whoever writes a cursor by hand gets no further than the times which can be stored. */
    private static Instant checked(Instant time) {
        if (time == null || time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new BadCursor();
        }
        return time;
    }

    EventSelection selection() {
        return EventSelection.between(from, until, wanted.query());
    }

    String cursorBehind(Event last) {
        var place = Place.after(last);
        return new Cursor(from, until, Cursor.Direction.NEXT, place.happenedAt(), Long.toString(place.id()))
                .encode(filter(scope, wanted));
    }

    private static Object[] filter(Scope scope, DatadogSearch wanted) {
        var words = wanted.filter();
        var filter = new Object[words.length + 1];
        filter[0] = scope;
        System.arraycopy(words, 0, filter, 1, words.length);
        return filter;
    }
}
