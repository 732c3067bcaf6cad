package io.tocsin.events.api.dynatrace;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import io.tocsin.http.limits.Allowance;
import io.tocsin.http.limits.LimitHeaders;

/** Dynatrace's headers (wire/dynatrace.md §1.5): the limit is per minute whatever our period is, the reset in microseconds. */
@Singleton
class DynatraceLimitHeaders implements LimitHeaders {

    private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

    @Override
    public String pathPrefix() {
        return "/e/";
    }

    @Override
    public void write(Allowance allowance, BiConsumer<String, String> header) {
        header.accept("X-RateLimit-Limit", Long.toString(allowance.limit() * MINUTE / allowance.period().toSeconds()));
        header.accept("X-RateLimit-Remaining", Long.toString(allowance.remaining()));
        header.accept("X-RateLimit-Reset", Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, allowance.resetsAt())));
    }
}
