package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An event of version 2.
 *
 * @param endTime -1 while it is open
 * @param correlationId left out when the event has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynatraceEvent(
        String eventId,
        long startTime,
        long endTime,
        String eventType,
        String title,
        About entityId,
        List<Property> properties,
        String status,
        String correlationId,
        List<EntityTag> entityTags,
        List<Object> managementZones,
        boolean underMaintenance,
        boolean suppressAlert,
        boolean suppressProblem,
        boolean frequentEvent) {

    /** @param name left out when nobody knows it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record About(EntityId entityId, String name) {}

    public record EntityId(String id, String type) {}

    public record Property(String key, String value) {}

    /** @param value left out when the tag has none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntityTag(String context, String key, String value, String stringRepresentation) {}
}
