package io.tocsin.events.api.dynatrace;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceEventFilter;
import io.tocsin.dialects.dynatrace.DynatraceEventPage;
import io.tocsin.dialects.dynatrace.DynatraceEventSelector;
import io.tocsin.dialects.dynatrace.DynatraceEventTranslator;
import io.tocsin.dialects.dynatrace.DynatracePaging;
import io.tocsin.events.search.EventSelection;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.FilterCursor;
import io.tocsin.model.Scope;

/** The list of version 2 (wire/dynatrace.md §6). Its page key carries the whole question, and comes alone. */
@Singleton
class DynatraceEventList {

    private static final Set<String> PARAMETERS = Set.of("from", "to", "eventSelector", "entitySelector", "pageSize");

    /** Of the page key: both selectors, page size, number of all events. */
    private static final int PARTS = 4;

    private final EventPages pages;
    private final SoughtSubjects subjects;
    private final Clock clock;

    private final DynatraceEventTranslator translator = new DynatraceEventTranslator();

    DynatraceEventList(EventPages pages, SoughtSubjects subjects, Clock clock) {
        this.pages = pages;
        this.subjects = subjects;
        this.clock = clock;
    }

    Uni<DynatraceEventPage> page(Scope scope, MultivaluedMap<String, String> parameters) {
        var key = parameters.getFirst(DynatracePaging.NEXT_PAGE_KEY);
        if (key != null && !key.isBlank()) {
            DynatracePaging.alone(parameters.keySet(), PARAMETERS);
            return next(scope, decoded(scope, key.strip()));
        }
        var filter = DynatraceEventFilter.read(parameters::getFirst, clock.instant());
        return selection(scope, filter)
                .chain(selection -> pages.first(scope, selection, filter.pageSize()))
                .map(page -> written(scope, filter, page));
    }

    private Uni<DynatraceEventPage> next(Scope scope, FilterCursor key) {
        var filter = new DynatraceEventFilter(key.place().from(), key.place().to().minusMillis(1), key.filter().get(0),
                key.filter().get(1), Integer.parseInt(key.filter().get(2)));
        var total = Long.parseLong(key.filter().get(3));
        return selection(scope, filter)
                .chain(selection -> pages.next(scope, selection, key.place(), filter.pageSize(), total))
                .map(page -> written(scope, filter, page));
    }

    /** An event counts which lies in the window with any part of it. */
    private Uni<EventSelection> selection(Scope scope, DynatraceEventFilter filter) {
        var selector = DynatraceEventSelector.read(filter.eventSelector());
        var selection = EventSelection.between(filter.from(), filter.to().plusMillis(1), selector.query())
                .orLasting()
                .of(selector.status());
        return subjects.narrow(scope, selection, selector.entityIds(), filter.entitySelector());
    }

    private DynatraceEventPage written(Scope scope, DynatraceEventFilter filter, EventPage page) {
        var now = clock.instant();
        return new DynatraceEventPage(page.total(), filter.pageSize(),
                page.end() == null ? null : key(filter, page).encode(scope),
                page.events().stream().map(event -> translator.toWire(event, now)).toList(),
                List.of());
    }

    private static FilterCursor key(DynatraceEventFilter filter, EventPage page) {
        return new FilterCursor(page.end(), Arrays.asList(filter.eventSelector(), filter.entitySelector(),
                Integer.toString(filter.pageSize()), Long.toString(page.total())));
    }

    private static FilterCursor decoded(Scope scope, String key) {
        try {
            return FilterCursor.decode(key, PARTS, scope);
        } catch (BadCursor e) {
            throw DynatracePaging.badKey();
        }
    }
}
