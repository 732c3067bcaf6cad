package io.tocsin.events.api.datadog;

import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

import io.tocsin.http.limits.Allowance;
import io.tocsin.http.limits.LimitHeaders;

/** Datadog's headers (wire/datadog.md §11); its clients sleep for the seconds of the reset. */
@Singleton
class DatadogLimitHeaders implements LimitHeaders {

    @Override
    public String pathPrefix() {
        return "/api/";
    }

    @Override
    public void write(Allowance allowance, BiConsumer<String, String> header) {
        header.accept("X-RateLimit-Name", allowance.name());
        header.accept("X-RateLimit-Limit", Long.toString(allowance.limit()));
        header.accept("X-RateLimit-Period", Long.toString(allowance.period().toSeconds()));
        header.accept("X-RateLimit-Remaining", Long.toString(allowance.remaining()));
        header.accept("X-RateLimit-Reset", Long.toString(allowance.secondsUntilReset()));
    }
}
