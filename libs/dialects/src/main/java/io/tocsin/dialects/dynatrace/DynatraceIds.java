package io.tocsin.dialects.dynatrace;

import java.util.Optional;
import java.util.regex.Pattern;

import io.tocsin.model.Event;

/** Ids of events: {@code <int64>_<start in milliseconds>}, or the number alone. Ours are positive. */
public final class DynatraceIds {

    private static final Pattern ID = Pattern.compile("(-?\\d{1,19})(?:_(-?\\d{1,18}))?");

    private DynatraceIds() {}

    public static String of(Event event) {
        return event.id() + "_" + event.content().happenedAt().toEpochMilli();
    }

    /** The number in an id; empty when this is no id. */
    public static Optional<Long> parse(String id) {
        try {
            var match = ID.matcher(id);
            return match.matches() ? Optional.of(Long.valueOf(match.group(1))) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the event's id, with the right start if it names one. */
    public static boolean names(String id, Event event) {
        return id.equals(of(event)) || id.equals(Long.toString(event.id()));
    }

    public static DynatraceRejected noSuchEvent(String id) {
        return DynatraceRejected.notFound("There is no event with the id '" + id + "'.");
    }
}
