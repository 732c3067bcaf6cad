package io.tocsin.events.result;

import java.time.Duration;

/**
 * Whether results which are known are likely among the next ones. Who repeats something mostly goes on: a sender that got no answer, one
 * that sends the parts of a round in several calls. To find it out each time would cost a statement in vain, and a line in PostgreSQL's log.
 */
final class Repeats {

    private static final long MEMORY_NANOS = Duration.ofSeconds(10).toNanos();

    private volatile long likelyUntil = System.nanoTime();

    boolean areLikely() {
        return System.nanoTime() - likelyUntil < 0;
    }

    void saw() {
        likelyUntil = System.nanoTime() + MEMORY_NANOS;
    }
}
