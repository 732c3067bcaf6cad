package io.tocsin.dialects.dynatrace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.tocsin.model.Event;

/** Shows an event as version 1 does. */
public final class DynatraceFeedTranslator {

    /** Properties which stand in fields of version 1, or which only version 2 shows. */
    private static final Set<String> NOT_CUSTOM = Set.of(Properties.SOURCE, Properties.TITLE, Properties.TIMEOUT,
            Properties.GROUP_LABEL, Properties.IMPACT_LEVEL, Properties.ROOT_CAUSE_RELEVANT);

    /** @param now decides whether an event which ends by itself has ended */
    public DynatraceFeedEvent toWire(Event event, Instant now) {
        var view = new DynatraceView(event, now);
        var tags = view.tags();
        return new DynatraceFeedEvent(
                event.id(),
                view.start(),
                view.end(),
                view.entity().id(),
                view.entity().name(),
                view.severity() == DynatraceSeverity.INFO ? null : view.severity(),
                ImpactLevel.of(view.entity()),
                DynatraceEventTypes.inVersion1(view.type()),
                view.status(),
                tags.isEmpty() ? null : tags,
                DynatraceIds.of(event),
                extras(view));
    }

    private static Map<String, Object> extras(DynatraceView view) {
        var properties = view.properties();
        var extras = new LinkedHashMap<String, Object>();
        if (!DynatraceTitles.madeUp(view.type(), properties).equals(view.content().title())) {
            extras.put("title", view.content().title());
        }
        Properties.OF_VERSION_1.forEach((name, property) -> extras.put(name, properties.get(property)));
        extras.put("correlationId", view.severity() == DynatraceSeverity.INFO ? null : view.content().correlationId());
        extras.put("source", properties.getOrDefault(Properties.SOURCE, view.content().source()));
        extras.values().removeIf(value -> value == null);
        var custom = custom(properties);
        if (!custom.isEmpty()) {
            extras.put("customProperties", custom);
        }
        return extras;
    }

    private static Map<String, Object> custom(Map<String, Object> properties) {
        var custom = new LinkedHashMap<>(properties);
        custom.keySet().removeAll(NOT_CUSTOM);
        custom.keySet().removeAll(Properties.OF_VERSION_1.values());
        return custom;
    }
}
