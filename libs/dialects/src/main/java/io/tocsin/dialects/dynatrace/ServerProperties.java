package io.tocsin.dialects.dynatrace;

import java.util.LinkedHashMap;
import java.util.Map;

import io.tocsin.model.Entity;

/** What the server adds to the properties of every event. */
final class ServerProperties {

    private ServerProperties() {}

    static Map<String, String> of(String type, String title, Entity entity) {
        var added = new LinkedHashMap<String, String>();
        added.put(Properties.GROUP_LABEL, DynatraceEventTypes.labelOf(type));
        added.put(Properties.TITLE, title == null ? "" : title);
        added.put(Properties.IMPACT_LEVEL, ImpactLevel.of(entity).displayName());
        added.put(Properties.ROOT_CAUSE_RELEVANT,
                Boolean.toString(DynatraceEventTypes.severityOf(type) != DynatraceSeverity.INFO));
        return added;
    }
}
