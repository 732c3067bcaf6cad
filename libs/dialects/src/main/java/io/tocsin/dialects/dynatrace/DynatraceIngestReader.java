package io.tocsin.dialects.dynatrace;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of {@code POST /api/v2/events/ingest} (wire/dynatrace.md §7). */
public final class DynatraceIngestReader {

    private static final String SELECTOR = "entitySelector";
    private static final int LONGEST_SELECTOR = 10_000;
    private static final int LONGEST_TITLE = 10_000;

    private static final int MOST_PROPERTIES = 100;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_VALUE = 4096;

    /** Bytes; ours: an event must fit into one message to alerts-service. */
    private static final int LARGEST_PROPERTIES = 600_000;

    private static final List<String> OPEN_TO_ALL = List.of("dt.event.", "dt.davis.", "dt.entity.");

    private static final long DEFAULT_TIMEOUT = 15;
    private static final long LONGEST_TIMEOUT = 360;
    private static final Duration OLDEST_INFO = Duration.ofDays(30);
    private static final Duration OLDEST_PROBLEM = Duration.ofHours(6);
    private static final Duration FUTURE_INFO = Duration.ofDays(7);
    private static final Duration FUTURE_PROBLEM = Duration.ofMinutes(5);

    /** Fails with {@link DynatraceRejected}, which names every field that is wrong. */
    public DynatraceIngest read(byte[] body, Instant now) {
        var fields = DynatraceFields.of(body);
        var type = type(fields);
        var title = fields.requiredText("title", LONGEST_TITLE);
        var start = fields.number("startTime");
        var end = fields.number("endTime");
        var timeout = timeout(fields);
        var properties = properties(fields);
        var selector = SelectorReader.read(SELECTOR, ParameterLocation.PAYLOAD_BODY, fields.text(SELECTOR, LONGEST_SELECTOR));
        fields.check();
        var endsAt = end == null ? null : DynatraceTimes.ofMillis(end);
        var startsAt = start == null ? DynatraceTimes.earlier(now, endsAt) : DynatraceTimes.ofMillis(start);
        var event = new PostedEvent(type, title, startsAt, endsAt, timeout, properties);
        return new DynatraceIngest(event, selector, flaw(event, now));
    }

    private static PostedType type(DynatraceFields fields) {
        var name = fields.requiredText("eventType", LONGEST_KEY);
        return name == null
                ? null
                : PostedType.inVersion2(name)
                        .orElseGet(() -> fields.violated("eventType", "is no type that can be ingested: '" + name + "'"));
    }

    /** Longer ones are cut, as documented; 0 is how some clients leave it out. */
    private static Duration timeout(DynatraceFields fields) {
        var minutes = fields.number("timeout");
        if (minutes != null && minutes < 0) {
            fields.violated("timeout", "must not be negative");
        }
        return Duration.ofMinutes(minutes == null || minutes <= 0 ? DEFAULT_TIMEOUT : Math.min(minutes, LONGEST_TIMEOUT));
    }

    private static Map<String, Object> properties(DynatraceFields fields) {
        var properties = new LinkedHashMap<String, Object>();
        var json = fields.json("properties");
        if (!json.isMissingNode() && !json.isObject()) {
            fields.violated("properties", "must be an object of texts");
            return properties;
        }
        json.fields().forEachRemaining(property -> {
            if (property.getValue().isContainerNode()) {
                fields.violated("properties", "must be an object of texts; '" + property.getKey() + "' is none");
            } else if (!property.getValue().isNull()) {
                properties.put(property.getKey(), property.getValue().asText());
            }
        });
        return properties;
    }

    private static DynatraceIngestStatus flaw(PostedEvent event, Instant now) {
        if (!allAllowed(event.properties())) {
            return DynatraceIngestStatus.INVALID_METADATA;
        }
        var problem = event.type().opensProblem();
        var early = event.startsAt().isBefore(now.minus(problem ? OLDEST_PROBLEM : OLDEST_INFO));
        var late = event.startsAt().isAfter(now.plus(problem ? FUTURE_PROBLEM : FUTURE_INFO));
        return early || late || !mayEnd(event, now) ? DynatraceIngestStatus.INVALID_TIMESTAMPS : null;
    }

    private static boolean mayEnd(PostedEvent event, Instant now) {
        return event.endsAt() == null
                || (!event.endsAt().isBefore(event.startsAt()) && !event.endsAt()
                        .isAfter(now.plus(PostedEvent.LONGEST_TO_COME)));
    }

    private static boolean allAllowed(Map<String, Object> properties) {
        var bytes = 0L;
        for (var property : properties.entrySet()) {
            var value = (String) property.getValue();
            if (!isAllowed(property.getKey()) || value.length() > LONGEST_VALUE) {
                return false;
            }
            bytes += value.getBytes(StandardCharsets.UTF_8).length;
        }
        return properties.size() <= MOST_PROPERTIES && bytes <= LARGEST_PROPERTIES;
    }

    private static boolean isAllowed(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY
                && (!key.startsWith("dt.") || OPEN_TO_ALL.stream().anyMatch(key::startsWith));
    }
}
