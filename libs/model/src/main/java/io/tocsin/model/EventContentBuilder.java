package io.tocsin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Collects what a poster said, in any order; see {@link EventContent} for what each part means. */
public final class EventContentBuilder {

    private final String title;
    private String text;
    private Instant happenedAt;
    private Instant endedAt;
    private EventStatus status;
    private String type;
    private Severity severity;
    private Priority priority;
    private String source;
    private String host;
    private Entity entity;
    private List<String> tags = List.of();
    private String aggregationKey;
    private String correlationId;
    private Long relatedEventId;
    private Map<String, Object> attributes = Map.of();

    EventContentBuilder(String title) {
        this.title = title;
    }

    public EventContentBuilder text(String value) {
        text = value;
        return this;
    }

    public EventContentBuilder happenedAt(Instant value) {
        happenedAt = value;
        return this;
    }

    public EventContentBuilder endedAt(Instant value) {
        endedAt = value;
        return this;
    }

    public EventContentBuilder status(EventStatus value) {
        status = value;
        return this;
    }

    public EventContentBuilder type(String value) {
        type = value;
        return this;
    }

    public EventContentBuilder severity(Severity value) {
        severity = value;
        return this;
    }

    public EventContentBuilder priority(Priority value) {
        priority = value;
        return this;
    }

    public EventContentBuilder source(String value) {
        source = value;
        return this;
    }

    public EventContentBuilder host(String value) {
        host = value;
        return this;
    }

    public EventContentBuilder entity(Entity value) {
        entity = value;
        return this;
    }

    public EventContentBuilder tags(List<String> value) {
        tags = value;
        return this;
    }

    public EventContentBuilder aggregationKey(String value) {
        aggregationKey = value;
        return this;
    }

    public EventContentBuilder correlationId(String value) {
        correlationId = value;
        return this;
    }

    public EventContentBuilder relatedEventId(Long value) {
        relatedEventId = value;
        return this;
    }

    public EventContentBuilder attributes(Map<String, Object> value) {
        attributes = value;
        return this;
    }

    public EventContent build() {
        return new EventContent(title, text, happenedAt, endedAt, status, type, severity, priority, source, host, entity,
                tags, aggregationKey, correlationId, relatedEventId, attributes);
    }
}
