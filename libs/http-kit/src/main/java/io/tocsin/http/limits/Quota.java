package io.tocsin.http.limits;

import java.time.Duration;
import java.time.Instant;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * A limit as this replica applies it: so many in each period, full again when the next begins.
 *
 * @param name such as {@code ingest-organization}
 * @param period at least a second
 */
record Quota(String name, long limit, Duration period) {

    Quota {
        if (period.toSeconds() < 1) {
            throw new IllegalArgumentException("tocsin.limits: the period of " + name + " must be a second or more");
        }
    }

    Bucket bucket(TimeMeter time, Instant now) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillIntervallyAligned(limit, period, next(now)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** When the period which is running ends. */
    Instant next(Instant now) {
        var length = period.toMillis();
        return Instant.ofEpochMilli((now.toEpochMilli() / length + 1) * length);
    }
}
