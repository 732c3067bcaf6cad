package io.tocsin.dialects.datadog;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The answer of {@code GET /api/v1/events/{id}}; recorded answers have no {@code status} beside the event. */
public record DatadogFoundEvent(Found event) {

    /**
     * @param tags sorted, never null
     * @param url relative
     * @param handle left out when the event has none
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Found(
            long dateHappened,
            String alertType,
            String resource,
            String title,
            String url,
            String text,
            List<String> tags,
            String deviceName,
            String priority,
            String host,
            long id,
            String idStr,
            @JsonInclude(JsonInclude.Include.NON_NULL) String handle) {}
}
