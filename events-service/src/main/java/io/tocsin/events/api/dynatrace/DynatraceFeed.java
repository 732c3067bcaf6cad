package io.tocsin.events.api.dynatrace;

import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceFeedFilter;
import io.tocsin.dialects.dynatrace.DynatraceFeedPage;
import io.tocsin.dialects.dynatrace.DynatraceFeedTranslator;
import io.tocsin.dialects.dynatrace.DynatraceRejected;
import io.tocsin.events.search.EventSelection;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.FilterCursor;
import io.tocsin.model.Scope;

/** The feed of version 1 (wire/dynatrace.md §2). Its cursor carries the whole question. */
@Singleton
class DynatraceFeed {

    /** Of the cursor: event type, entity, number of all events. */
    private static final int PARTS = 3;

    private final EventPages pages;
    private final SoughtSubjects subjects;
    private final DynatraceConfig config;
    private final Clock clock;

    private final DynatraceFeedTranslator translator = new DynatraceFeedTranslator();

    DynatraceFeed(EventPages pages, SoughtSubjects subjects, DynatraceConfig config, Clock clock) {
        this.pages = pages;
        this.subjects = subjects;
        this.config = config;
        this.clock = clock;
    }

    /** @param parameter of the call; beside a cursor the others do not count */
    Uni<DynatraceFeedPage> page(Scope scope, UnaryOperator<String> parameter) {
        var cursor = parameter.apply("cursor");
        if (cursor != null && !cursor.isBlank()) {
            return next(scope, decoded(scope, cursor.strip()));
        }
        var filter = DynatraceFeedFilter.read(parameter, clock.instant(), config.feedWindow());
        return selection(scope, filter)
                .chain(selection -> pages.first(scope, selection, config.feedPageSize()))
                .map(page -> written(scope, filter, page));
    }

    private Uni<DynatraceFeedPage> next(Scope scope, FilterCursor cursor) {
        var filter = new DynatraceFeedFilter(cursor.place().from(), cursor.place().to().minusMillis(1), cursor.filter().get(0),
                cursor.filter().get(1));
        var total = Long.parseLong(cursor.filter().get(2));
        return selection(scope, filter)
                .chain(selection -> pages.next(scope, selection, cursor.place(), config.feedPageSize(), total))
                .map(page -> written(scope, filter, page));
    }

    /** An event counts which lies in the window with any part of it. */
    private Uni<EventSelection> selection(Scope scope, DynatraceFeedFilter filter) {
        var selection = EventSelection.between(filter.from(), filter.to().plusMillis(1), filter.query()).orLasting();
        return subjects.narrow(scope, selection, filter.entityId() == null ? null : Set.of(filter.entityId()), null);
    }

    private DynatraceFeedPage written(Scope scope, DynatraceFeedFilter filter, EventPage page) {
        var now = clock.instant();
        return new DynatraceFeedPage(
                page.next() == null ? null : page.next().content().happenedAt().toEpochMilli(),
                page.next() == null ? null : page.next().id(),
                page.end() == null ? null : cursor(filter, page).encode(scope),
                filter.from().toEpochMilli(),
                filter.to().toEpochMilli(),
                page.total(),
                page.events().stream().map(event -> translator.toWire(event, now)).toList());
    }

    private static FilterCursor cursor(DynatraceFeedFilter filter, EventPage page) {
        return new FilterCursor(page.end(), Arrays.asList(filter.eventType(), filter.entityId(), Long.toString(page.total())));
    }

    private static FilterCursor decoded(Scope scope, String word) {
        try {
            return FilterCursor.decode(word, PARTS, scope);
        } catch (BadCursor e) {
            throw DynatraceRejected.query("cursor", "is unreadable or of another environment; start again without it.");
        }
    }
}
