package io.tocsin.events.api.thousandeyes;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.tocsin.events.result.ResultPlace;
import io.tocsin.events.result.ResultQuery;
import io.tocsin.http.paging.BadCursor;
import io.tocsin.http.paging.Cursor;
import io.tocsin.http.paging.FilterCursor;
import io.tocsin.http.time.TimeRange;
import io.tocsin.model.result.TestResult;

/**
 * Which page of results is asked for, and how the next one is.
 *
 * @param range null for the latest round; the cursor pins it, so that it does not drift from page to page
 */
record ResultRequest(ResultQuery query, TimeRange range, Optional<ResultPlace> after) {

    private static final int PARTS = 3;
    private static final String UNUSED = "-";

    static ResultRequest of(ResultQuery query, ResultParameters parameters, Clock clock) {
        var range = TimeRange.of(parameters.window, parameters.startDate, parameters.endDate, clock).orElse(null);
        return parameters.cursor == null
                ? new ResultRequest(query, range, Optional.empty()).ranged()
                : at(FilterCursor.decode(parameters.cursor, PARTS, tenant(query)), query).ranged();
    }

    private static ResultRequest at(FilterCursor cursor, ResultQuery query) {
        var place = cursor.place();
        if (place.from() == null || place.to() == null) {
            throw new BadCursor();
        }
        var words = cursor.filter().stream().map(word -> word == null ? "" : word).toList();
        return new ResultRequest(query, new TimeRange(place.from(), place.to()),
                Optional.of(new ResultPlace(place.time().getEpochSecond(), words.get(0), words.get(1), words.get(2))));
    }

    private ResultRequest ranged() {
        return range == null
                ? this
                : new ResultRequest(query.between(firstRoundIn(range.start()), range.end().getEpochSecond()), range, after);
    }

    /** The same of this round only. */
    ResultRequest ofRound(long roundId) {
        var round = Instant.ofEpochSecond(roundId);
        return new ResultRequest(query, new TimeRange(round, round), after).ranged();
    }

    private static long firstRoundIn(Instant start) {
        return start.getNano() == 0 ? start.getEpochSecond() : start.getEpochSecond() + 1;
    }

    String cursorAfter(TestResult result) {
        var place = ResultPlace.of(result);
        var time = new Cursor(range.start(), range.end(), Cursor.Direction.NEXT, result.roundStart(), UNUSED);
        return new FilterCursor(time, List.of(place.sourceKind(), place.sourceId(), place.target())).encode(tenant(query));
    }

    private static Object[] tenant(ResultQuery query) {
        return new Object[]{ query.scope(), query.test().id(), query.layer(), Arrays.asList(query.sourceId(), query
                .serverId()) };
    }
}
