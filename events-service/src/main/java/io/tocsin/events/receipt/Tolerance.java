package io.tocsin.events.receipt;

import java.time.Duration;
import java.time.Instant;

import io.tocsin.model.Event;

/**
 * How far from its receipt an event may happen and end. Dialects are stricter (Datadog: 18 h before and 2 h after; Dynatrace: 30 d
 * and 7 d); these are the bounds of all, so that a search for a span of happening needs to look into few partitions of receipt.
 */
public final class Tolerance {

    public static final Duration BEFORE = Duration.ofDays(31);
    public static final Duration AFTER = Duration.ofDays(7);

    /** How long after its receipt an event may last. */
    public static final Duration LASTING = Duration.ofDays(31);

    /** Ids are ahead of the clock for as long as it was set back. */
    private static final Duration SET_BACK = Duration.ofDays(1);

    private Tolerance() {}

    public static boolean allows(Event event) {
        var received = event.receivedAt();
        var content = event.content();
        return !content.happenedAt().isBefore(received.minus(BEFORE))
                && !content.happenedAt().isAfter(received.plus(AFTER))
                && (content.endedAt() == null || !content.endedAt().isAfter(received.plus(LASTING)));
    }

    /** No event which happened at this time or later has a smaller id. */
    public static long firstIdOf(Instant happened) {
        return Math.max(0, EventIds.floor(happened) - ids(AFTER));
    }

    /** No event which ended at this time or later has a smaller id. */
    public static long firstIdLasting(Instant at) {
        return Math.max(0, EventIds.floor(at) - ids(LASTING));
    }

    /** No event which happened before this time has this id or a greater one. */
    public static long lastIdBefore(Instant happened) {
        var span = ids(BEFORE.plus(SET_BACK));
        var floor = EventIds.floor(happened);
        return floor > Long.MAX_VALUE - span ? Long.MAX_VALUE : floor + span;
    }

    /** No event received by now has this id or a greater one. */
    public static long firstIdAfter(Instant now) {
        return EventIds.floor(now.plus(SET_BACK));
    }

    private static long ids(Duration span) {
        return span.toMillis() + 1 << EventIds.LOW_BITS;
    }
}
