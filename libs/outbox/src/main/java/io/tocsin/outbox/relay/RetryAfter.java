package io.tocsin.outbox.relay;

import java.time.Duration;
import java.util.Optional;

/** The header {@code Retry-After} in seconds (RFC 9110 §10.2.3), the form in which our services send it. */
public final class RetryAfter {

    private static final Duration LIMIT = Duration.ofHours(1);

    private RetryAfter() {}

    /** Anything else than seconds is left out; an hour is the most that is believed. */
    public static Optional<Duration> of(String header) {
        if (header == null || !header.strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        var asked = Duration.ofSeconds(Long.parseLong(header.strip()));
        return Optional.of(asked.compareTo(LIMIT) < 0 ? asked : LIMIT);
    }
}
