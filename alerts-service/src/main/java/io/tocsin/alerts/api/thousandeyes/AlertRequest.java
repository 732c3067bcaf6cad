package io.tocsin.alerts.api.thousandeyes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.alerts.alert.Alert;
import io.tocsin.alerts.alert.AlertFilter;
import io.tocsin.alerts.alert.AlertFilter.Selection;
import io.tocsin.alerts.alert.AlertPlace;
import io.tocsin.dialects.thousandeyes.AlertBase;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.PageSize;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.TimeRange;
import io.tocsin.model.Scope;

/** What {@code GET /v7/alerts} asks for (wire/thousandeyes.md §3.1), and how its next page is asked for. */
record AlertRequest(Scope scope, AlertFilter filter, Optional<AlertPlace> after, int max) {

    private static final Duration WITHOUT_RANGE = Duration.ofDays(90);

    /** The time in it belongs to the first page; the others keep its range. */
    static AlertRequest of(Scope scope, AlertParameters parameters, Clock clock) {
        var range = TimeRange.of(parameters.window, parameters.startDate, parameters.endDate, clock);
        var selection = selection(parameters.state, range.isPresent());
        var max = PageSize.of(parameters.max);
        if (parameters.cursor != null) {
            return at(Cursor.decode(parameters.cursor, fingerprint(scope, selection)), scope, selection, max);
        }
        var wanted = range.orElseGet(() -> before(clock.instant()));
        return new AlertRequest(scope, new AlertFilter(selection, wanted.start(), wanted.end()), Optional.empty(), max);
    }

    private static AlertRequest at(Cursor cursor, Scope scope, Selection selection, int max) {
        try {
            var place = new AlertPlace(cursor.time(), UUID.fromString(cursor.id()));
            return new AlertRequest(scope, new AlertFilter(selection, cursor.from(), cursor.to()), Optional.of(place), max);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BadCursor();
        }
    }

    private static TimeRange before(Instant now) {
        return new TimeRange(now.minus(WITHOUT_RANGE), now);
    }

    private static Selection selection(String state, boolean hasRange) {
        if (state == null) {
            return hasRange ? Selection.BOTH : Selection.ACTIVE;
        }
        return switch (state) {
            case AlertBase.TRIGGER -> Selection.ACTIVE;
            case AlertBase.CLEAR -> Selection.CLEARED;
            default -> throw new Invalid("state", "must be trigger or clear");
        };
    }

    /** The word by which the page after this alert is asked for. */
    String cursorAfter(Alert alert) {
        return new Cursor(filter.from(), filter.to(), Cursor.Direction.NEXT, alert.startedAt(), alert.id().toString())
                .encode(fingerprint(scope, filter.selection()));
    }

    private static Object[] fingerprint(Scope scope, Selection selection) {
        return new Object[]{ scope.organization(), scope.accountGroup(), selection };
    }
}
