package io.tocsin.http.limits;

import java.util.function.BiConsumer;

import jakarta.inject.Singleton;

/** The headers of every path that has no dialect of its own: those of ThousandEyes (wire/thousandeyes.md §1.8). */
@Singleton
class PlainLimitHeaders implements LimitHeaders {

    @Override
    public String pathPrefix() {
        return "";
    }

    /** The reset is in POSIX seconds. */
    @Override
    public void write(Allowance allowance, BiConsumer<String, String> header) {
        header.accept("X-Organization-Rate-Limit-Limit", Long.toString(allowance.limit()));
        header.accept("X-Organization-Rate-Limit-Remaining", Long.toString(allowance.remaining()));
        header.accept("X-Organization-Rate-Limit-Reset", Long.toString(allowance.resetsAt().getEpochSecond()));
    }
}
