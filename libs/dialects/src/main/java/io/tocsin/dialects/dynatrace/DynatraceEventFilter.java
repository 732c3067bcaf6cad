package io.tocsin.dialects.dynatrace;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The parameters of {@code GET /api/v2/events} (wire/dynatrace.md §6).
 *
 * @param to inclusive
 * @param eventSelector null for none
 * @param entitySelector null for none
 */
public record DynatraceEventFilter(Instant from, Instant to, String eventSelector, String entitySelector, int pageSize) {

    private static final Duration WINDOW = Duration.ofHours(2);
    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST_SIZE = 1000;

    /** Fails with {@link DynatraceRejected}. */
    public static DynatraceEventFilter read(UnaryOperator<String> parameter, Instant now) {
        var from = time(parameter, "from", now, now.minus(WINDOW));
        var to = time(parameter, "to", now, now);
        if (from.isAfter(to)) {
            throw DynatraceRejected.query("from", "must not be after 'to'.");
        }
        return new DynatraceEventFilter(from, to, given(parameter.apply("eventSelector")),
                given(parameter.apply("entitySelector")),
                DynatracePaging.size(parameter.apply("pageSize"), DEFAULT_SIZE, LARGEST_SIZE));
    }

    private static Instant time(UnaryOperator<String> parameter, String name, Instant now, Instant otherwise) {
        var text = given(parameter.apply(name));
        return text == null
                ? otherwise
                : DynatraceTimes.parse(text, now)
                        .orElseThrow(() -> DynatraceRejected.query(name, "must be UTC milliseconds, a date-time such as"
                                + " 2021-01-25T05:57:01.123+01:00, or relative such as now-2h or now-1d/d."));
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
