package io.tocsin.outbox.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.tocsin.outbox.Outbox;

/**
 * How fast a relay goes with one destination. Full batches halve the lanes of the next claim, so that several relays
 * share a backlog; others double them, so that little traffic makes few requests. Requests which fail as a whole halve
 * the batch until the message to blame stands alone; a series of successes doubles it. Pauses grow while a destination
 * fails, but not while the batch still shrinks: that is a search, and should be quick.
 */
final class Pace {

    private static final int SUCCESSES_TO_GROW = 4;

    private final Backoff backoff;
    private final int fullSize;
    private final Clock clock;

    private int size;
    private int lanes = Outbox.LANES;
    private int successes = SUCCESSES_TO_GROW;
    private int failures;
    private Instant notBefore = Instant.MIN;

    Pace(Backoff backoff, int fullSize, Clock clock) {
        this.backoff = backoff;
        this.fullSize = fullSize;
        this.size = fullSize;
        this.clock = clock;
    }

    int size() {
        return size;
    }

    int lanes() {
        return lanes;
    }

    /** Whether the last request succeeded, so that a failure now is no failure of the destination. */
    boolean isHealthy() {
        return failures == 0;
    }

    /** How long to leave the destination alone; zero when it may be tried. */
    Duration pause() {
        var now = clock.instant();
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    void claimed(int messages) {
        lanes = messages < size ? Math.min(lanes * 2, Outbox.LANES) : Math.max(lanes / 2, 1);
    }

    /** Lets the next claim see every lane; false when the last one did already. */
    boolean widen() {
        var narrow = lanes < Outbox.LANES;
        lanes = Outbox.LANES;
        return narrow;
    }

    void succeeded() {
        failures = 0;
        notBefore = Instant.MIN;
        successes++;
        if (successes >= SUCCESSES_TO_GROW && size < fullSize) {
            size = Math.min(size * 2, fullSize);
            successes = 0;
        }
    }

    /** @param asked what the destination wants, if it said so */
    void unavailable(Optional<Duration> asked) {
        failures++;
        pauseFor(backoff.after(failures, ThreadLocalRandom.current()), asked);
    }

    /** @param sent how many messages the request had that failed as a whole */
    void broken(int sent) {
        successes = 0;
        size = Math.max(sent / 2, 1);
        failures = sent > 1 ? Math.max(failures, 1) : failures + 1;
        pauseFor(backoff.after(failures, ThreadLocalRandom.current()), Optional.empty());
    }

    private void pauseFor(Duration pause, Optional<Duration> asked) {
        notBefore = clock.instant().plus(asked.filter(retryAfter -> retryAfter.compareTo(pause) > 0).orElse(pause));
    }
}
