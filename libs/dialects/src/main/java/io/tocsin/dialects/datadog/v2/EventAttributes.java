package io.tocsin.dialects.datadog.v2;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;

/**
 * The inner attributes of an event, whatever dialect it came in: each stands at the path under which {@code @path} finds it. What
 * an event does not have is left out.
 */
final class EventAttributes {

    static final String EVT = "evt";
    static final String CATEGORY = "category";
    static final String STATUS = "status";
    static final String PRIORITY = "priority";

    private static final String SERVICE_TAG = "service:";

    /** Of {@code my_apps}; the numbers of other sources are not known. */
    private static final long MY_APPS = 100;

    private EventAttributes() {}

    static Map<String, Object> of(Event event) {
        var content = event.content();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("title", content.title());
        shown.put("timestamp", content.happenedAt().toEpochMilli());
        shown.put("date_happened", content.happenedAt().getEpochSecond());
        shown.put(STATUS, lower(content.severity()));
        shown.put(PRIORITY, lower(content.priority()));
        shown.put("hostname", content.host());
        shown.put("service", service(content.tags()));
        shown.put("source_type_name", content.source());
        shown.put("aggregation_key", content.aggregationKey());
        shown.put("event_object", content.aggregationKey());
        shown.put("related_event_id", content.relatedEventId());
        shown.put("correlation_id", content.correlationId());
        shown.put("duration", nanoseconds(content));
        shown.put("entity", entity(content.entity()));
        shown.put(EVT, evt(event));
        shown.put("tags", content.tags().isEmpty() ? null : content.tags());
        content.attributes().forEach(shown::putIfAbsent);
        // v1's word for the status, which stands there already
        shown.remove("alert_type");
        shown.values().removeIf(value -> value == null);
        return shown;
    }

    /** Null unless the event was made by v2. */
    static String category(EventContent content) {
        return content.attributes().get(EVT) instanceof Map<?, ?> evt && evt.get(CATEGORY) instanceof String category
                ? category
                : null;
    }

    private static Map<String, Object> evt(Event event) {
        var content = event.content();
        var evt = new LinkedHashMap<String, Object>();
        if (content.attributes().get(EVT) instanceof Map<?, ?> said) {
            said.forEach((name, value) -> evt.put(String.valueOf(name), value));
        }
        evt.put("id", Long.toString(event.id()));
        evt.put("uid", DatadogUids.of(event.uid()));
        evt.put("source_id", sourceId(content));
        evt.put("type", content.type() == null ? "api" : content.type());
        evt.values().removeIf(value -> value == null);
        return evt;
    }

    private static Long sourceId(EventContent content) {
        if (category(content) != null) {
            return 0L;
        }
        return "my_apps".equals(content.source()) ? MY_APPS : null;
    }

    private static String service(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(SERVICE_TAG))
                .map(tag -> tag.substring(SERVICE_TAG.length()))
                .findFirst()
                .orElse(null);
    }

    private static Long nanoseconds(EventContent content) {
        try {
            return content.endedAt() == null ? null : Duration.between(content.happenedAt(), content.endedAt()).toNanos();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static Map<String, Object> entity(Entity entity) {
        if (entity == null) {
            return null;
        }
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", entity.id());
        shown.put("name", entity.name());
        shown.put("type", entity.type());
        shown.values().removeIf(value -> value == null);
        return shown;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
