package io.tocsin.notifier.delivery;

import java.time.Duration;

/** One claim at a time for each channel: two at once would both count on the same free connections. */
final class Turn {

    /** After which a claim is forgotten whose transaction never told its end. */
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();

    private boolean taken;
    private boolean missed;
    private long begunAt;

    /** False while somebody else claims. */
    synchronized boolean begin() {
        var now = System.nanoTime();
        if (taken && now - begunAt < LONGEST_NANOS) {
            missed = true;
            return false;
        }
        taken = true;
        missed = false;
        begunAt = now;
        return true;
    }

    /** Whether somebody came in vain meanwhile. */
    synchronized boolean end() {
        taken = false;
        return missed;
    }
}
