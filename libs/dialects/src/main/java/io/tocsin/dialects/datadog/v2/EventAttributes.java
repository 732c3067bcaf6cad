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
        say(shown, "title", content.title());
        say(shown, "timestamp", content.happenedAt().toEpochMilli());
        say(shown, "date_happened", content.happenedAt().getEpochSecond());
        say(shown, STATUS, lower(content.severity()));
        say(shown, PRIORITY, lower(content.priority()));
        say(shown, "hostname", content.host());
        say(shown, "service", service(content.tags()));
        say(shown, "source_type_name", content.source());
        say(shown, "aggregation_key", content.aggregationKey());
        say(shown, "event_object", content.aggregationKey());
        say(shown, "related_event_id", content.relatedEventId());
        say(shown, "correlation_id", content.correlationId());
        say(shown, "duration", nanoseconds(content));
        say(shown, "entity", entity(content.entity()));
        say(shown, EVT, evt(event));
        say(shown, "tags", content.tags().isEmpty() ? null : content.tags());
        content.attributes().forEach((name, value) -> sayFirst(shown, name, value));
        // v1's word for the status, which stands there already
        shown.remove("alert_type");
        return shown;
    }

    private static void say(Map<String, Object> shown, String name, Object value) {
        if (value != null) {
            shown.put(name, value);
        }
    }

    private static void sayFirst(Map<String, Object> shown, String name, Object value) {
        if (value != null) {
            shown.putIfAbsent(name, value);
        }
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
        say(evt, "id", Long.toString(event.id()));
        say(evt, "uid", DatadogUids.of(event.uid()));
        evt.put("source_id", sourceId(content));
        say(evt, "type", content.type() == null ? "api" : content.type());
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
        for (var tag : tags) {
            if (tag.startsWith(SERVICE_TAG)) {
                return tag.substring(SERVICE_TAG.length());
            }
        }
        return null;
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
        say(shown, "id", entity.id());
        say(shown, "name", entity.name());
        say(shown, "type", entity.type());
        return shown;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
