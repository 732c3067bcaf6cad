package io.tocsin.outbox.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import io.tocsin.outbox.Outbox;

/**
 * How fast a relay goes with one destination. Full batches halve the lanes of the next claim, so that several relays share a backlog;
 * others double them, so that little traffic makes few requests. Requests which fail as a whole halve the batch until the message
 * to blame stands alone; a success doubles it.
 */
final class Pace {

    private final Backoff backoff;
    private final int fullSize;
    private final Clock clock;

    private int size;
    private int lanes = Outbox.LANES;
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

    int failures() {
        return failures;
    }

    /** How long to leave the destination alone; zero when it may be tried. */
    Duration pause() {
        var now = clock.instant();
        return now.isBefore(notBefore) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    void claimed(int messages) {
        lanes = messages < size ? Math.min(lanes * 2, Outbox.LANES) : Math.max(lanes / 2, 1);
    }

    void succeeded() {
        failures = 0;
        notBefore = Instant.MIN;
        size = Math.min(size * 2, fullSize);
    }

    void failed(Optional<Duration> asked) {
        failures++;
        var pause = backoff.after(failures, ThreadLocalRandom.current());
        notBefore = clock.instant().plus(asked.filter(retryAfter -> retryAfter.compareTo(pause) > 0).orElse(pause));
    }

    /** @param sent how many messages the failed request had */
    void shrink(int sent) {
        size = Math.max(sent / 2, 1);
    }
}
