package io.tocsin.dialects.datadog.v2;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The body of {@code POST /api/v2/events}, valid in every respect.
 *
 * @param category {@code change} or {@code alert}
 * @param details {@code data.attributes.attributes}: what the category knows
 */
public record DatadogCreation(
        String title,
        String message,
        String category,
        Map<String, Object> details,
        String aggregationKey,
        String host,
        String integrationId,
        List<String> tags,
        Instant happenedAt) {

    static final String CHANGE = "change";
    static final String ALERT = "alert";
}
