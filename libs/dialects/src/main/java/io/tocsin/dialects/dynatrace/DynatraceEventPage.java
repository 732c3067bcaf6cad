package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One page of {@code GET /api/v2/events}, newest start first.
 *
 * @param totalCount over all pages
 * @param nextPageKey left out on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynatraceEventPage(
        long totalCount,
        int pageSize,
        String nextPageKey,
        List<DynatraceEvent> events,
        List<String> warnings) {}
