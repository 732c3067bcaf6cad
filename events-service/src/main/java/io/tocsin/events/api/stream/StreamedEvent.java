package io.tocsin.events.api.stream;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.Entity;
import io.tocsin.model.Event;

/**
 * An event as the feed tells it, whatever dialect it came in (docs/live-feed.md). What the poster did not say is left out.
 *
 * @param id decimal; as a string, since it is larger than what JavaScript can count
 */
@RegisterForReflection(targets = { StreamedEvent.class, Entity.class })
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamedEvent(
        String id,
        String uid,
        String aid,
        String title,
        String text,
        Instant happenedAt,
        Instant endedAt,
        Instant receivedAt,
        String status,
        String type,
        String severity,
        String priority,
        String source,
        String host,
        Entity entity,
        List<String> tags,
        String aggregationKey,
        String correlationId,
        String relatedEventId,
        Map<String, Object> attributes) {

    static StreamedEvent of(Event event) {
        var content = event.content();
        return new StreamedEvent(Long.toString(event.id()), event.uid().toString(), event.scope().accountGroup(),
                content.title(), content.text(), content.happenedAt(), content.endedAt(), event.receivedAt(),
                word(content.status()), content.type(), word(content.severity()), word(content.priority()),
                content.source(), content.host(), content.entity(), content.tags(),
                content.aggregationKey(), content.correlationId(),
                content.relatedEventId() == null ? null : content.relatedEventId().toString(), content.attributes());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
