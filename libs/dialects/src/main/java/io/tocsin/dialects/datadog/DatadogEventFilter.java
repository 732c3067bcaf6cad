package io.tocsin.dialects.datadog;

import java.time.Instant;
import java.util.List;

import io.tocsin.model.Priority;

/**
 * The parameters of {@code GET /api/v1/events}.
 *
 * @param from inclusive
 * @param until exclusive: the second after {@code end}, which is inclusive and has no fraction
 * @param priority null for any
 * @param sources search terms of which one must fit; empty for any
 * @param tags all of which must be there
 * @param withoutTags of which none may be there
 * @param page 0-based
 */
public record DatadogEventFilter(
        Instant from,
        Instant until,
        Priority priority,
        List<String> sources,
        List<String> tags,
        List<String> withoutTags,
        int page) {

    public static final int PAGE_SIZE = 1000;

    public DatadogEventFilter {
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
        withoutTags = List.copyOf(withoutTags);
    }

    /** How many events the pages before this one hold. */
    public long offset() {
        return (long) page * PAGE_SIZE;
    }
}
