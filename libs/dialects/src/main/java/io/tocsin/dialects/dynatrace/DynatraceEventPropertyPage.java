package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.tocsin.dialects.dynatrace.DynatracePaging.Page;

/** One page of {@code GET /api/v2/eventProperties}; the key of the next is left out on the last page. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynatraceEventPropertyPage(int totalCount, int pageSize, String nextPageKey,
        List<DynatraceEventProperty> eventProperties) {

    public static DynatraceEventPropertyPage of(Page<DynatraceEventProperty> page) {
        return new DynatraceEventPropertyPage(page.total(), page.size(), page.next(), page.elements());
    }
}
