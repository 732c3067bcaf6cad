package io.tocsin.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the poster of an event said. Build it with {@link #titled}; what was not said is null, or empty for collections.
 *
 * @param title one line
 * @param text the message, markup untouched
 * @param happenedAt when it happened at the source
 * @param endedAt when it ended, null while it lasts
 * @param type the poster's own kind, such as {@code CUSTOM_DEPLOYMENT}
 * @param source the search term of the system it came from, lower case, such as {@code nagios}
 * @param host the machine it is about
 * @param tags in the poster's order, {@code key:value} or bare
 * @param aggregationKey events with the same key tell one story; a recovery closes what has its key
 * @param correlationId the poster's own name for the incident
 * @param relatedEventId the id of the event which this one comments on
 * @param attributes JSON values by name: what a dialect needs to read back what it was given, and what {@code @path} searches
 */
public record EventContent(
        String title,
        String text,
        Instant happenedAt,
        Instant endedAt,
        EventStatus status,
        String type,
        Severity severity,
        Priority priority,
        String source,
        String host,
        Entity entity,
        List<String> tags,
        String aggregationKey,
        String correlationId,
        Long relatedEventId,
        Map<String, Object> attributes) {

    public EventContent {
        Objects.requireNonNull(happenedAt, "happenedAt");
        title = StorableText.of(title);
        text = StorableText.of(text);
        type = StorableText.of(type);
        source = StorableText.of(source);
        host = StorableText.of(host);
        aggregationKey = StorableText.of(aggregationKey);
        correlationId = StorableText.of(correlationId);
        status = status == null ? EventStatus.CLOSED : status;
        severity = severity == null ? Severity.INFO : severity;
        priority = priority == null ? Priority.NORMAL : priority;
        tags = tags == null ? List.of() : storable(tags);
        attributes = attributes == null
                ? Map.of()
                : Collections.unmodifiableMap(storable(attributes));
    }

    private static List<String> storable(List<String> tags) {
        for (var tag : tags) {
            if (!StorableText.isStorable(tag)) {
                return List.copyOf(tags.stream().map(StorableText::of).toList());
            }
        }
        return List.copyOf(tags);
    }

    private static Map<String, Object> storable(Map<String, Object> attributes) {
        var copy = new LinkedHashMap<String, Object>();
        attributes.forEach((name, value) -> copy.put(StorableText.of(name), StorableText.ofJson(value)));
        return copy;
    }

    public static EventContentBuilder titled(String title) {
        return new EventContentBuilder(title);
    }

    /** A recovery says that what its aggregation key names is well again. */
    public boolean isRecovery() {
        return aggregationKey != null && severity == Severity.SUCCESS;
    }

    /** The same content, were it another kind of statement. */
    public EventContent withSeverity(Severity other) {
        return new EventContent(title, text, happenedAt, endedAt, status, type, other, priority, source, host, entity, tags,
                aggregationKey, correlationId, relatedEventId, attributes);
    }
}
