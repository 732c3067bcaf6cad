package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;

/** So many a minute, and never more than ten seconds' worth at once. Not for several threads. */
final class Pace {

    private final long nanosPerItem;
    private final Duration burst;
    private Instant paidUntil = Instant.EPOCH;

    Pace(int perMinute) {
        this.nanosPerItem = Duration.ofMinutes(1).toNanos() / Math.max(1, perMinute);
        this.burst = Duration.ofNanos(Math.max(nanosPerItem, Duration.ofSeconds(10).toNanos()));
    }

    /** How many may begin now. */
    int room(Instant now) {
        return (int) Math.max(0, Duration.between(start(now), now).toNanos() / nanosPerItem);
    }

    void began(Instant now) {
        paidUntil = start(now).plusNanos(nanosPerItem);
    }

    /** Nothing is saved up for longer than a burst. */
    private Instant start(Instant now) {
        var earliest = now.minus(burst);
        return paidUntil.isBefore(earliest) ? earliest : paidUntil;
    }
}
