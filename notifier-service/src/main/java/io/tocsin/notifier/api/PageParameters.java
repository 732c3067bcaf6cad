package io.tocsin.notifier.api;

import java.util.UUID;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.Cursor.Direction;
import io.tocsin.http.problem.Invalid;
import io.tocsin.notifier.search.Place;

/** Which page of a list is asked for, as it was written. Each accessor fails with {@link Invalid} when it cannot be meant. */
class PageParameters {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    @QueryParam("max")
    @Parameter(description = "Entries per page: 1 to 200, 50 without it.")
    String max;

    @QueryParam("cursor")
    @Parameter(description = "From the link to the next page; it holds for the same filters only.")
    String cursor;

    int limit() {
        return max == null ? USUAL : Parameters.number("max", max, MOST);
    }

    /** Where the page begins in a list without a range of time. @param filter whatever decides which rows are listed */
    Place after(Object... filter) {
        return cursor == null ? Place.TOP : place(Cursor.decode(cursor, filter));
    }

    static Place place(Cursor cursor) {
        try {
            return new Place(cursor.time(), UUID.fromString(cursor.id()));
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }

    static String cursor(Place place, Object... filter) {
        return new Cursor(null, null, Direction.NEXT, place.createdAt(), place.id().toString()).encode(filter);
    }
}
