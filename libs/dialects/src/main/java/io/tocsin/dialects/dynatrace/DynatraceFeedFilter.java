package io.tocsin.dialects.dynatrace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.tocsin.query.EventQuery;

/**
 * The parameters of {@code GET /api/v1/events} (wire/dynatrace.md §2).
 *
 * @param to inclusive
 * @param eventType null for any
 * @param entityId null for any
 */
public record DynatraceFeedFilter(Instant from, Instant to, String eventType, String entityId) {

    private static final Duration WIDEST = Duration.ofDays(731);

    private static final Map<String, Duration> RELATIVE = Map.ofEntries(
            Map.entry("min", Duration.ofMinutes(1)),
            Map.entry("5mins", Duration.ofMinutes(5)),
            Map.entry("10mins", Duration.ofMinutes(10)),
            Map.entry("15mins", Duration.ofMinutes(15)),
            Map.entry("30mins", Duration.ofMinutes(30)),
            Map.entry("hour", Duration.ofHours(1)),
            Map.entry("2hours", Duration.ofHours(2)),
            Map.entry("6hours", Duration.ofHours(6)),
            Map.entry("day", Duration.ofDays(1)),
            Map.entry("3days", Duration.ofDays(3)),
            Map.entry("week", Duration.ofDays(7)),
            Map.entry("month", Duration.ofDays(30)));

    /**
     * Fails with {@link DynatraceRejected}.
     *
     * @param parameter null or blank for one that was not given
     * @param window how far the feed reaches back when nothing is said
     */
    public static DynatraceFeedFilter read(UnaryOperator<String> parameter, Instant now, Duration window) {
        var relative = given(parameter.apply("relativeTime"));
        var to = relative == null ? millis(parameter, "to", now) : now;
        var from = relative == null ? millis(parameter, "from", to.minus(window)) : now.minus(relative(relative));
        if (from.isAfter(to)) {
            throw DynatraceRejected.query("from", "must not be after 'to'.");
        }
        if (Duration.between(from, to).compareTo(WIDEST) > 0) {
            throw DynatraceRejected.query("from", "must not be more than 2 years before 'to'.");
        }
        return new DynatraceFeedFilter(from, to, type(given(parameter.apply("eventType"))), given(parameter.apply("entityId")));
    }

    /** What must be true of an event beside its time and its entity. */
    public EventQuery query() {
        return eventType == null
                ? EventQuery.parse("")
                : DerivedTypes.query(DynatraceEventTypes.stored(eventType));
    }

    private static String type(String type) {
        if (type != null && DynatraceEventTypes.named(DynatraceEventTypes.stored(type)).isEmpty()) {
            throw DynatraceRejected.query("eventType", "is no event type: '" + type + "'.");
        }
        return type;
    }

    private static Instant millis(UnaryOperator<String> parameter, String name, Instant otherwise) {
        var text = given(parameter.apply(name));
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,18}")) {
            throw DynatraceRejected.query(name, "must be a timestamp in UTC milliseconds.");
        }
        return DynatraceTimes.ofMillis(Long.parseLong(text));
    }

    private static Duration relative(String word) {
        if (!RELATIVE.containsKey(word)) {
            throw DynatraceRejected.query("relativeTime",
                    "must be one of min, 5mins, 10mins, 15mins, 30mins, hour, 2hours, 6hours, day, 3days, week, month.");
        }
        return RELATIVE.get(word);
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
