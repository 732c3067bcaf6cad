package io.tocsin.notifier.api;

import java.util.List;

import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.Cursor.Direction;
import io.tocsin.http.time.TimeRange;
import io.tocsin.notifier.search.DeliveryFilter;
import io.tocsin.notifier.search.Place;

/**
 * A query of deliveries, understood.
 *
 * @param words for which its cursors hold
 */
record DeliveryQuestion(DeliveryFilter filter, Place after, int limit, List<Object> words) {

    /** The range is pinned: a window which ends now would drift while somebody pages. */
    String cursor(Place place) {
        return new Cursor(filter.created().map(TimeRange::start).orElse(null), filter.created()
                .map(TimeRange::end)
                .orElse(null),
                Direction.NEXT, place.createdAt(), place.id().toString()).encode(words);
    }
}
