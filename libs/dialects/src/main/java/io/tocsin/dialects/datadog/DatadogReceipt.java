package io.tocsin.dialects.datadog;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The answer of {@code POST /api/v1/events}: exactly these keys, nulls included. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DatadogReceipt(String status, Posted event) {

    /**
     * @param priority as sent, null when it was not
     * @param tags in the order sent, null when they were not
     * @param url absolute
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Posted(
            long id,
            String idStr,
            String title,
            String text,
            long dateHappened,
            String handle,
            String priority,
            Long relatedEventId,
            List<String> tags,
            String url) {}
}
