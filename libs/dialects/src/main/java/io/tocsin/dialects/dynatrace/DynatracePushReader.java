package io.tocsin.dialects.dynatrace;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the body of {@code POST /api/v1/events} (wire/dynatrace.md §4). */
public final class DynatracePushReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Ours: an event must fit into one message to alerts-service, whatever its poster puts where. */
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NAME = 1000;
    private static final int MOST_PROPERTIES_BYTES = 600_000;

    private static final Duration OLDEST_INFO = Duration.ofDays(30);
    private static final Duration OLDEST_PROBLEM = Duration.ofMinutes(60);
    private static final Duration FUTURE_INFO = Duration.ofDays(7);
    private static final Duration FUTURE_PROBLEM = Duration.ofMinutes(5);
    private static final long DEFAULT_TIMEOUT = 15;
    private static final long LONGEST_TIMEOUT = 120;

    private final boolean strict;

    /** @param strict whether a field must be there which version 1 documents as required for the type of the event */
    public DynatracePushReader(boolean strict) {
        this.strict = strict;
    }

    /** Fails with {@link DynatraceRejected}, which names every field that is wrong. */
    public DynatracePush read(byte[] body, Instant now) {
        var fields = DynatraceFields.of(body);
        var type = type(fields);
        fields.require("source");
        if (strict && type != null) {
            type.mandatory().forEach(fields::require);
        }
        var rules = AttachRulesReader.read(fields);
        var properties = properties(fields);
        var title = fields.text("title", LONGEST_TEXT);
        var event = type == null ? null : event(fields, type, title, properties, now);
        fields.check();
        return new DynatracePush(event, rules);
    }

    private static PostedType type(DynatraceFields fields) {
        fields.require("eventType");
        var name = fields.text("eventType", LONGEST_NAME);
        return name == null
                ? null
                : PostedType.inVersion1(name)
                        .orElseGet(() -> fields.violated("eventType", "is no type that can be posted: '" + name + "'"));
    }

    private static PostedEvent event(DynatraceFields fields, PostedType type, String title, Map<String, Object> properties,
            Instant now) {
        var start = fields.number("start");
        var end = type.opensProblem() ? null : end(fields);
        var startsAt = start == null ? DynatraceTimes.earlier(now, end) : DynatraceTimes.ofMillis(start);
        checkStart(fields, start == null && end != null ? "end" : "start", type, startsAt, now);
        if (end != null && end.isBefore(startsAt)) {
            fields.violated("end", "must not be before start");
        }
        if (end != null && end.isAfter(now.plus(PostedEvent.LONGEST_TO_COME))) {
            fields.violated("end", "must not be more than 30 days in the future");
        }
        return new PostedEvent(type, title, startsAt, endsAt(type, startsAt, end, now), timeout(fields, type), properties);
    }

    private static Instant end(DynatraceFields fields) {
        var end = fields.number("end");
        return end == null ? null : DynatraceTimes.ofMillis(end);
    }

    private static void checkStart(DynatraceFields fields, String name, PostedType type, Instant startsAt, Instant now) {
        if (startsAt.isBefore(now.minus(type.opensProblem() ? OLDEST_PROBLEM : OLDEST_INFO))) {
            fields.violated(name, "must not be more than " + (type.opensProblem() ? "60 minutes" : "30 days")
                    + " in the past");
        }
        if (startsAt.isAfter(now.plus(type.opensProblem() ? FUTURE_PROBLEM : FUTURE_INFO))) {
            fields.violated(name, "must not be more than " + (type.opensProblem() ? "5 minutes" : "7 days")
                    + " in the future");
        }
    }

    /** Information which has no end ends now, or when it begins if that is still to come. */
    private static Instant endsAt(PostedType type, Instant startsAt, Instant end, Instant now) {
        if (type.opensProblem() || end != null) {
            return end;
        }
        return startsAt.isAfter(now) ? startsAt : now;
    }

    /** Clients send 0 for "no timeout" with every kind of event. */
    private static Duration timeout(DynatraceFields fields, PostedType type) {
        var minutes = fields.number("timeoutMinutes");
        if (minutes == null || minutes == 0 || !type.opensProblem()) {
            return Duration.ofMinutes(DEFAULT_TIMEOUT);
        }
        if (minutes < 0 || minutes > LONGEST_TIMEOUT) {
            fields.violated("timeoutMinutes", "must be from 1 to " + LONGEST_TIMEOUT);
        }
        return Duration.ofMinutes(minutes);
    }

    /** The poster's own first, so that no custom property can pretend to be a field. */
    private static Map<String, Object> properties(DynatraceFields fields) {
        var properties = new LinkedHashMap<String, Object>(custom(fields));
        put(properties, Properties.SOURCE, fields.text("source", LONGEST_NAME));
        Properties.OF_VERSION_1.forEach((name, property) -> put(properties, property, fields.text(name, LONGEST_TEXT)));
        put(properties, Properties.ALLOW_DAVIS_MERGE, fields.text("allowDavisMerge", LONGEST_NAME));
        if (fields.has("timeseriesIds")) {
            properties.put(Properties.TIMESERIES_IDS, String.join(",", fields.texts("timeseriesIds", LONGEST_NAME)));
        }
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> custom(DynatraceFields fields) {
        var custom = fields.json("customProperties");
        if (custom.isMissingNode()) {
            return Map.of();
        }
        if (!custom.isObject()) {
            fields.violated("customProperties", "must be an object");
            return Map.of();
        }
        if (tooLarge(custom)) {
            fields.violated("customProperties", "are larger than " + MOST_PROPERTIES_BYTES + " bytes");
            return Map.of();
        }
        return JSON.convertValue(custom, Map.class);
    }

    private static boolean tooLarge(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json).length > MOST_PROPERTIES_BYTES;
        } catch (JsonProcessingException e) {
            return true;
        }
    }
}
