package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.tocsin.dialects.dynatrace.DynatracePaging.Page;

/** One page of {@code GET /api/v2/eventTypes}; the key of the next is left out on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynatraceEventTypePage(int totalCount, int pageSize, String nextPageKey,
        List<DynatraceEventType> eventTypeInfos) {

    public static DynatraceEventTypePage of(Page<DynatraceEventType> page) {
        return new DynatraceEventTypePage(page.total(), page.size(), page.next(), page.elements());
    }
}
