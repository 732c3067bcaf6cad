package io.tocsin.events.result;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What this replica wrote of tests and sources within the last minute, which is as exact as it is kept when they were seen. It need not be
 * written again: even where nothing changes, a statement would lock the row, and the next one about the same test or agent wait for it.
 */
@Singleton
class SeenMemory {

    /** Of more than these some are written more often. */
    private static final int MOST = 100_000;

    private final Cache<SeenName, Object> written = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    SeenNews newsOf(List<ResultRow> rows) {
        return SeenNews.of(rows, (name, said) -> said.equals(written.getIfPresent(name)));
    }

    /** To be told after the commit. */
    void wrote(SeenNews news) {
        news.tests().forEach((name, result) -> written.put(name, result.test()));
        news.sources().forEach((name, result) -> written.put(name, result.source()));
    }
}
