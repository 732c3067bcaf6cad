package io.tocsin.dialects.dynatrace;

import java.util.List;

import io.tocsin.model.Entity;

/**
 * The body of {@code POST /api/v2/events/ingest}.
 *
 * @param entitySelector empty when the event is about the environment
 * @param flaw null when nothing speaks against the event; a status for each of its entities otherwise
 */
public record DynatraceIngest(PostedEvent event, List<SelectorCriterion> entitySelector, DynatraceIngestStatus flaw) {

    /** What becomes of the event about this entity. */
    public DynatraceIngestStatus statusFor(Entity entity) {
        if (flaw != null) {
            return flaw;
        }
        return event.type() == PostedType.MARKED_FOR_TERMINATION && DynatraceEntities.ENVIRONMENT.equals(entity.type())
                ? DynatraceIngestStatus.INVALID_ENTITY_TYPE
                : DynatraceIngestStatus.OK;
    }
}
