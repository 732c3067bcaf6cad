package io.tocsin.http.limits;

import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.arc.All;

/** Finds the headers of a path. */
@Singleton
class LimitDialects {

    private final List<LimitHeaders> longestPrefixFirst;

    LimitDialects(@All List<LimitHeaders> dialects) {
        longestPrefixFirst = dialects.stream()
                .sorted(Comparator.comparingInt((LimitHeaders dialect) -> dialect.pathPrefix().length()).reversed())
                .toList();
    }

    LimitHeaders of(String path) {
        for (var dialect : longestPrefixFirst) {
            if (path.startsWith(dialect.pathPrefix())) {
                return dialect;
            }
        }
        throw new IllegalStateException("PlainLimitHeaders speaks for every path");
    }
}
