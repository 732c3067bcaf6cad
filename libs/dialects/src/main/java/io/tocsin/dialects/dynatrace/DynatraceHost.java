package io.tocsin.dialects.dynatrace;

import java.util.List;

import io.tocsin.model.Entity;

/**
 * A host of version 1, as far as events tell of it.
 *
 * @param ipAddresses always empty; the operator looks for its node here, and creates no event when it does not find it
 */
public record DynatraceHost(String entityId, String displayName, List<DynatraceTag> tags, List<String> ipAddresses) {

    /** @param tags in their stored form */
    public static DynatraceHost of(Entity host, List<String> tags) {
        return new DynatraceHost(host.id(), host.name() == null ? host.id() : host.name(),
                tags.stream().map(DynatraceTag::parse).toList(), List.of());
    }
}
