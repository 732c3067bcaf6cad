package io.tocsin.events.api.dynatrace;

import java.util.List;

import io.tocsin.http.paging.Cursor;
import io.tocsin.model.Event;

/**
 * One page, before either version has written it.
 *
 * @param total over all pages
 * @param next the first event of the next page, null on the last one
 * @param end where the next page begins, null on the last one
 */
record EventPage(List<Event> events, long total, Event next, Cursor end) {}
