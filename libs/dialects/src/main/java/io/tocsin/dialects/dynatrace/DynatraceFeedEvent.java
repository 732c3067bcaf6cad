package io.tocsin.dialects.dynatrace;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One entry of the feed of version 1, and the answer of a single get.
 *
 * @param severityLevel null for information
 * @param tags null when the entity has none
 * @param extras what only some events have: {@code source}, {@code correlationId}, {@code customProperties} and the fields of its
 *        type; they stand beside the others and are left out when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DynatraceFeedEvent(
        long eventId,
        long startTime,
        long endTime,
        String entityId,
        String entityName,
        DynatraceSeverity severityLevel,
        ImpactLevel impactLevel,
        String eventType,
        String eventStatus,
        List<DynatraceTag> tags,
        String id,
        @JsonAnyGetter Map<String, Object> extras) {}
