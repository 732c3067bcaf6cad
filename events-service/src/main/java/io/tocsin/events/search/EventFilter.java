package io.tocsin.events.search;

import java.time.Instant;
import java.util.List;

import io.tocsin.model.Priority;
import io.tocsin.model.StorableText;

/**
 * Which events one wants to see.
 *
 * @param from inclusive
 * @param until exclusive
 * @param priority null for any
 * @param sources of which one must fit; empty for any
 * @param tags all of which must be there
 * @param withoutTags of which none may be there
 */
public record EventFilter(
        Instant from,
        Instant until,
        Priority priority,
        List<String> sources,
        List<String> tags,
        List<String> withoutTags) {

    public EventFilter {
        sources = sources.stream().map(StorableText::of).toList();
        tags = tags.stream().map(StorableText::of).toList();
        withoutTags = withoutTags.stream().map(StorableText::of).toList();
    }
}
