package io.tocsin.dialects.datadog;

import java.util.List;

/**
 * The body of {@code POST /api/v1/events}. An optional field which is absent, null or an empty string is null here.
 *
 * @param dateHappened POSIX seconds; a fraction is cut off
 * @param relatedEventId the parent event
 * @param handle the user to post as, sent by old clients only
 */
public record DatadogEvent(
        String title,
        String text,
        Long dateHappened,
        String alertType,
        String priority,
        String host,
        String deviceName,
        List<String> tags,
        String aggregationKey,
        String sourceTypeName,
        Long relatedEventId,
        String handle) {

    public DatadogEvent {
        tags = tags == null ? null : List.copyOf(tags);
    }
}
