package io.tocsin.dialects.datadog.v2;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.tocsin.dialects.datadog.DatadogNumbers;
import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.query.EventQuery;
import io.tocsin.query.QuerySyntaxError;

/**
 * Reads what is searched for, from the query of a URL, from a body, or from both, where the body wins. Fails with
 * {@link DatadogRejected}, which says in the original's words which field is wrong.
 */
public final class DatadogSearchReader {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 1000;

    /** @param parameter the decoded value of a query parameter by its name, null when it is not there */
    public DatadogSearch read(UnaryOperator<String> parameter, Instant now) {
        return search(SearchParameters.of(parameter), now);
    }

    /** @param body which may be empty */
    public DatadogSearch read(byte[] body, UnaryOperator<String> parameter, Instant now) {
        var given = new TreeMap<>(SearchParameters.of(parameter));
        given.putAll(SearchBody.read(body));
        return search(given, now);
    }

    /** That page cannot be found: the cursor is none of ours, or belongs to another search. */
    public static DatadogRejected badCursor() {
        return invalid("page", "invalid cursor");
    }

    static DatadogRejected invalid(String field, String complaint) {
        return DatadogRejected.invalid("input_validation_error(Field '" + field + "' is invalid: " + complaint + ")");
    }

    private static DatadogSearch search(SortedMap<String, String> given, Instant now) {
        var moments = new Moments(now, zone(given));
        var offset = offset(given);
        var from = moment(given, SearchParameters.FROM, "now-15m", moments, offset);
        var to = moment(given, SearchParameters.TO, "now", moments, offset);
        if (from.isAfter(to)) {
            throw invalid("filter", "'from' must not be after 'to'");
        }
        return new DatadogSearch(query(given), from, to.plusMillis(1), oldestFirst(given), limit(given),
                given.get(SearchParameters.CURSOR), given);
    }

    private static EventQuery query(Map<String, String> given) {
        try {
            return EventQuery.parse(given.getOrDefault(SearchParameters.QUERY, ""));
        } catch (QuerySyntaxError e) {
            throw invalid("filter.query", e.getMessage());
        }
    }

    private static ZoneId zone(Map<String, String> given) {
        var name = given.getOrDefault(SearchParameters.TIMEZONE, "UTC").strip().replace(' ', '+');
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw invalid("options.timezone", "must be GMT, UTC, an offset such as UTC+1 or a name such as Europe/Paris");
        }
    }

    private static Duration offset(Map<String, String> given) {
        var text = given.get(SearchParameters.TIME_OFFSET);
        if (text == null) {
            return Duration.ZERO;
        }
        if (given.containsKey(SearchParameters.TIMEZONE)) {
            throw invalid("options", "only one of 'timezone' and 'timeOffset' may be given");
        }
        return DatadogNumbers.integer(text.strip())
                .map(Duration::ofSeconds)
                .orElseThrow(() -> invalid("options.timeOffset", "must be a whole number of seconds"));
    }

    private static Instant moment(Map<String, String> given, String name, String otherwise, Moments moments, Duration offset) {
        var moment = moments.read(given.getOrDefault(name, otherwise))
                .orElseThrow(() -> invalid(SearchParameters.dotted(name),
                        "must be date math such as now-15m, epoch milliseconds, or ISO 8601"));
        return later(moment, offset).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant later(Instant moment, Duration offset) {
        try {
            return Moments.storable(moment.plus(offset));
        } catch (DateTimeException | ArithmeticException e) {
            return offset.isNegative() ? Moments.FIRST : Moments.LAST;
        }
    }

    private static boolean oldestFirst(Map<String, String> given) {
        return switch (given.getOrDefault(SearchParameters.SORT, "-timestamp").strip()) {
            case "timestamp" -> true;
            case "-timestamp" -> false;
            default -> throw invalid("sort", "must be timestamp or -timestamp");
        };
    }

    private static int limit(Map<String, String> given) {
        var text = given.get(SearchParameters.LIMIT);
        return text == null
                ? DEFAULT_LIMIT
                : DatadogNumbers.integer(text.strip())
                        .filter(limit -> limit >= 1 && limit <= MAX_LIMIT)
                        .orElseThrow(() -> invalid("page.limit", "must be a whole number from 1 to " + MAX_LIMIT))
                        .intValue();
    }
}
