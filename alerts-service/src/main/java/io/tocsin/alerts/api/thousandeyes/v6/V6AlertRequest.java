package io.tocsin.alerts.api.thousandeyes.v6;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.alerts.alert.Alert;
import io.tocsin.alerts.alert.AlertFilter;
import io.tocsin.alerts.alert.AlertFilter.Selection;
import io.tocsin.alerts.alert.AlertPlace;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.FilterCursor;
import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;
import io.tocsin.http.time.TimeRange;
import io.tocsin.model.Scope;

/**
 * What {@code GET /alerts} asks for (wire/thousandeyes.md §6.1, §6.3): active alerts, or those of a range.
 *
 * @param page counted from 1
 */
record V6AlertRequest(Scope scope, AlertFilter filter, boolean hasRange, Optional<AlertPlace> after, int page) {

    static final int PAGE_SIZE = 100;

    /** Every alert there is: v6 knows no age beyond which an active alert is not listed. */
    private static final Duration EVER = Duration.ofDays(36_500);

    static V6AlertRequest of(Scope scope, V6AlertParameters parameters, Clock clock) {
        var range = range(parameters, clock);
        var selection = range.isPresent() ? Selection.BOTH : Selection.ACTIVE;
        if (parameters.lastRoundId != null) {
            return at(FilterCursor.decode(parameters.lastRoundId, 1, tenant(scope, selection)), scope, selection);
        }
        var wanted = range.orElseGet(() -> until(clock.instant()));
        return new V6AlertRequest(scope, new AlertFilter(selection, wanted.start(), wanted.end()), range.isPresent(),
                Optional.empty(), 1);
    }

    private static V6AlertRequest at(FilterCursor cursor, Scope scope, Selection selection) {
        try {
            var place = cursor.place();
            return new V6AlertRequest(scope, new AlertFilter(selection, place.from(), place.to()), selection == Selection.BOTH,
                    Optional.of(new AlertPlace(place.time(), UUID.fromString(place.id()))),
                    Integer.parseInt(cursor.filter().get(0)));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new BadCursor();
        }
    }

    private static TimeRange until(Instant now) {
        return new TimeRange(now.minus(EVER), now);
    }

    private static Optional<TimeRange> range(V6AlertParameters parameters, Clock clock) {
        try {
            return TimeRange.of(parameters.window, parameters.from, parameters.to, clock);
        } catch (Invalid e) {
            throw new Invalid(e.errors().stream().map(V6AlertRequest::inV6sWords).toList());
        }
    }

    private static FieldError inV6sWords(FieldError error) {
        return FieldError.of(inV6sWords(error.field()), inV6sWords(error.message()));
    }

    private static String inV6sWords(String text) {
        return text.replace("startDate", "from").replace("endDate", "to");
    }

    /** The word by which the page after this alert is asked for. */
    String after(Alert alert) {
        var place = new Cursor(filter.from(), filter.to(), Cursor.Direction.NEXT, alert.startedAt(), alert.id().toString());
        return new FilterCursor(place, List.of(Integer.toString(page + 1))).encode(tenant(scope, filter.selection()));
    }

    private static Object[] tenant(Scope scope, Selection selection) {
        return new Object[]{ "v6", scope.organization(), scope.accountGroup(), selection };
    }
}
