package io.tocsin.events.api.thousandeyes;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.FoundPlace;
import io.tocsin.events.detection.FoundQuery;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.PageSize;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.TimeRange;
import io.tocsin.model.Scope;

/** What {@code GET /v7/events} asks for (wire/thousandeyes.md §2.1), and how its next page is asked for. */
record EventRequest(FoundQuery query, Optional<FoundPlace> after, int max) {

    /** A range is required, also beside a cursor, which has the range of the first page: clients send it again. */
    static EventRequest of(Scope scope, EventParameters parameters, Clock clock) {
        var range = TimeRange.of(parameters.window, parameters.startDate, parameters.endDate, clock);
        var ongoing = ongoing(parameters.ongoing);
        var max = PageSize.of(parameters.max);
        if (parameters.cursor != null) {
            return at(Cursor.decode(parameters.cursor, fingerprint(scope, ongoing)), scope, ongoing, max);
        }
        var wanted = range.orElseThrow(() -> new Invalid("window", "or startDate is required, such as window=12h"));
        return new EventRequest(new FoundQuery(scope, wanted.start(), wanted.end(), ongoing), Optional.empty(), max);
    }

    private static EventRequest at(Cursor cursor, Scope scope, Optional<Boolean> ongoing, int max) {
        try {
            var place = new FoundPlace(cursor.time(), UUID.fromString(cursor.id()));
            return new EventRequest(new FoundQuery(scope, cursor.from(), cursor.to(), ongoing), Optional.of(place), max);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BadCursor();
        }
    }

    private static Optional<Boolean> ongoing(String ongoing) {
        if (ongoing == null) {
            return Optional.empty();
        }
        return switch (ongoing) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw new Invalid("ongoing", "must be true or false");
        };
    }

    /** The word by which the page after this event is asked for. */
    String cursorAfter(FoundEvent event) {
        return new Cursor(query.from(), query.to(), Cursor.Direction.NEXT, event.startedAt(), event.id().toString())
                .encode(fingerprint(query.scope(), query.ongoing()));
    }

    private static Object[] fingerprint(Scope scope, Optional<Boolean> ongoing) {
        return new Object[]{ scope.organization(), scope.accountGroup(), ongoing };
    }
}
