package io.tocsin.benchmarks.workbench;

import java.time.Duration;
import java.time.Instant;

/** Ids as events-service makes them: milliseconds since 2010 above 22 bits; the table is partitioned by them. */
public final class EventIds {

    private static final long EPOCH = 1_262_304_000_000L;
    private static final int LOW_BITS = 22;

    private EventIds() {}

    /** The first of this time. */
    public static long of(Instant time) {
        return time.toEpochMilli() - EPOCH << LOW_BITS;
    }

    /** How many belong to a time of this length. */
    public static long in(Duration time) {
        return time.toMillis() << LOW_BITS;
    }
}
