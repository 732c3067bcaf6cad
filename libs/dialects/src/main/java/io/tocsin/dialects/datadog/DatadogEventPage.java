package io.tocsin.dialects.datadog;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The answer of {@code GET /api/v1/events}, newest first. */
public record DatadogEventPage(List<Listed> events, String status) {

    /**
     * The third shape of an event. Datadog's clients compare it field by field with {@link DatadogFoundEvent.Found}, so that what
     * both have must be equal.
     *
     * @param aggregate always false: nothing is folded, as in Datadog since 2022
     * @param source the display name of the source
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Listed(
            long dateHappened,
            String alertType,
            @JsonProperty("is_aggregate") boolean aggregate,
            String title,
            String url,
            String text,
            List<String> tags,
            List<String> comments,
            String deviceName,
            String priority,
            String source,
            String host,
            String resource,
            long id,
            String idStr,
            @JsonInclude(JsonInclude.Include.NON_NULL) String handle) {}
}
