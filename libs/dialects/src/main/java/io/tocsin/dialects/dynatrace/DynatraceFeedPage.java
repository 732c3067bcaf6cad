package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One page of the feed of version 1, newest start first.
 *
 * @param nextEventStartTms start of the first event of the next page; null on the last page, like the other two
 * @param from of the window in force, in milliseconds
 * @param totalEventCount over all pages
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DynatraceFeedPage(
        Long nextEventStartTms,
        Long nextEventId,
        String nextCursor,
        long from,
        long to,
        long totalEventCount,
        List<DynatraceFeedEvent> events) {}
