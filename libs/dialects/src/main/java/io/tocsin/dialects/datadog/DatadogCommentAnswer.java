package io.tocsin.dialects.datadog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The answer to a comment made or changed. */
public record DatadogCommentAnswer(Comment comment) {

    /**
     * @param url absolute
     * @param relatedEventId as text, left out when the comment stands alone
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comment(
            long id,
            String message,
            String handle,
            String url,
            String resource,
            String relatedEventId) {}
}
