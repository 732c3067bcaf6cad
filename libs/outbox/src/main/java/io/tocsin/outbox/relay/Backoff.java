package io.tocsin.outbox.relay;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing pauses: doubled with each failure up to a limit, and spread, so that replicas do not come back all at once. */
record Backoff(Duration first, Duration limit) {

    /** The pause after so many failures in a row, between half of the full one and all of it. */
    Duration after(int failures, RandomGenerator random) {
        var doublings = Math.min(Math.max(failures - 1, 0), 30);
        var full = Math.min(first.toMillis() << doublings, limit.toMillis());
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
