package io.tocsin.dialects.datadog.v2;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import io.tocsin.query.EventQuery;

/**
 * What a caller of v2 searches for.
 *
 * @param from inclusive
 * @param until exclusive: the millisecond after {@code to}, which is inclusive
 * @param limit most events of a page
 * @param cursor where the page begins, null for the first
 * @param given what the caller itself said, by the names of the query parameters; the next page is asked for in the same words
 */
public record DatadogSearch(
        EventQuery query,
        Instant from,
        Instant until,
        boolean oldestFirst,
        int limit,
        String cursor,
        SortedMap<String, String> given) {

    public DatadogSearch {
        given = new TreeMap<>(given);
    }

    /** What must be the same on every page of a list, in a fixed order. The limit may change from page to page. */
    public Object[] filter() {
        return new Object[]{ query, oldestFirst, given.get(SearchParameters.FROM), given.get(SearchParameters.TO),
                given.get(SearchParameters.TIMEZONE), given.get(SearchParameters.TIME_OFFSET) };
    }
}
