package io.tocsin.dialects.dynatrace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;

/**
 * An event as both versions see it, whichever dialect it was posted in; docs/dialects/across.md has the table.
 *
 * @param now decides whether an event which ends by itself has ended
 */
record DynatraceView(Event event, Instant now) {

    private static final ObjectMapper JSON = new ObjectMapper();

    EventContent content() {
        return event.content();
    }

    boolean isOurs() { return Properties.of(content()) != null; }

    String type() {
        return isOurs() ? content().type() : DerivedTypes.of(content());
    }

    DynatraceSeverity severity() {
        return DynatraceEventTypes.severityOf(type());
    }

    Entity entity() {
        return DynatraceEntities.of(event);
    }

    boolean isOpen() {
        return content().status() == EventStatus.OPEN && (content().endedAt() == null || content().endedAt().isAfter(now));
    }

    String status() {
        return isOpen() ? "OPEN" : "CLOSED";
    }

    long start() {
        return content().happenedAt().toEpochMilli();
    }

    /** For an open event, when it will end if nobody refreshes it; -1 when it will not. */
    long end() {
        if (content().endedAt() == null) {
            return isOpen() ? -1 : start();
        }
        return content().endedAt().toEpochMilli();
    }

    List<DynatraceTag> tags() {
        return content().tags().stream().map(DynatraceTag::parse).toList();
    }

    /** As stored, with their JSON types; of an event of another dialect, what its tags and its text say. */
    Map<String, Object> properties() {
        if (isOurs()) {
            return Properties.of(content());
        }
        var properties = new LinkedHashMap<String, Object>();
        tags().forEach(tag -> properties.merge(tag.key(), tag.value() == null ? "" : tag.value(), (a, b) -> a + "," + b));
        if (content().source() != null) {
            properties.put(Properties.SOURCE, content().source());
        }
        if (content().text() != null) {
            properties.put(Properties.DESCRIPTION, content().text());
        }
        ServerProperties.of(type(), content().title(), entity()).forEach(properties::putIfAbsent);
        return properties;
    }

    /** A property as version 2 shows it: always a text. */
    static String text(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what came out of JSON goes back into it", e);
        }
    }
}
