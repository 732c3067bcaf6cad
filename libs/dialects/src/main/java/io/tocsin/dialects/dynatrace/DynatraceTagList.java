package io.tocsin.dialects.dynatrace;

import java.util.Collection;
import java.util.List;

import io.tocsin.dialects.dynatrace.DynatraceEvent.EntityTag;

/** The tags of the entities which a selector finds, each once. */
public record DynatraceTagList(int totalCount, List<EntityTag> tags) {

    /** @param stored in their stored form */
    public static DynatraceTagList of(Collection<String> stored) {
        var tags = stored.stream().sorted().distinct().map(DynatraceTag::parse).map(DynatraceTag::shown).toList();
        return new DynatraceTagList(tags.size(), tags);
    }
}
