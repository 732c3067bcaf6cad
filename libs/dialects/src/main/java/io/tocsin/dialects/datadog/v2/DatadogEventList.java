package io.tocsin.dialects.datadog.v2;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The answer of both searches. An empty page has neither {@code meta} nor {@code links}; every other one names the next, also the
 * last, since clients page until they see an empty one.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatadogEventList(Meta meta, List<DatadogEventItem> data, Links links) {

    static final DatadogEventList EMPTY = new DatadogEventList(null, List.of(), null);

    public DatadogEventList {
        data = List.copyOf(data);
    }

    public record Meta(Page page) {}

    /** @param after the cursor of the next page */
    public record Page(String after) {}

    /** @param next absolute */
    public record Links(String next) {}
}
