package io.tocsin.dialects.dynatrace;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.tocsin.dialects.dynatrace.DynatraceEvent.EntityTag;

/**
 * The answer to a change of tags.
 *
 * @param appliedTags left out when tags were taken away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DynatraceTagReceipt(int matchedEntitiesCount, List<EntityTag> appliedTags) {

    public static DynatraceTagReceipt applied(int entities, List<DynatraceTag> tags) {
        return new DynatraceTagReceipt(entities, tags.stream().map(DynatraceTag::shown).toList());
    }

    public static DynatraceTagReceipt removed(int entities) {
        return new DynatraceTagReceipt(entities, null);
    }
}
