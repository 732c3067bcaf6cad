package io.tocsin.dialects.dynatrace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.tocsin.dialects.dynatrace.DynatraceEvent.About;
import io.tocsin.dialects.dynatrace.DynatraceEvent.EntityId;
import io.tocsin.dialects.dynatrace.DynatraceEvent.Property;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;

/** Shows an event as version 2 does. */
public final class DynatraceEventTranslator {

    /** What version 2 writes while nobody knows when the event will end. */
    private static final long NO_END = -1;

    /** @param now decides whether an event which ends by itself has ended */
    public DynatraceEvent toWire(Event event, Instant now) {
        var view = new DynatraceView(event, now);
        return new DynatraceEvent(
                DynatraceIds.of(event),
                view.start(),
                view.isOpen() ? NO_END : view.end(),
                view.type(),
                event.content().title() == null ? DynatraceEventTypes.labelOf(view.type()) : event.content().title(),
                about(view.entity()),
                properties(view),
                view.status(),
                event.content().correlationId(),
                view.tags().stream().map(DynatraceTag::shown).toList(),
                List.of(),
                false,
                false,
                false,
                false);
    }

    private static About about(Entity entity) {
        return new About(new EntityId(entity.id(), entity.type()), entity.name());
    }

    private static List<Property> properties(DynatraceView view) {
        var properties = new ArrayList<Property>();
        view.properties().forEach((key, value) -> properties.add(new Property(key, DynatraceView.text(value))));
        return properties;
    }
}
