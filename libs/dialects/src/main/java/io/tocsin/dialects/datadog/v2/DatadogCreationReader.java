package io.tocsin.dialects.datadog.v2;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.dialects.datadog.JsonBody;

/** Reads the body of {@code POST /api/v2/events} as strictly as the original (wire/datadog.md §7.2). */
public final class DatadogCreationReader {

    private static final Set<String> MEMBERS = Set.of("title", "category", "attributes", "message", "aggregation_key", "host",
            "integration_id", "tags", "timestamp");

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_MESSAGE = 4000;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_TAG = 200;
    private static final int MOST_TAGS = 100;

    private static final Duration OLDEST = Duration.ofHours(18);
    private static final Duration NEWEST = Duration.ofHours(2);

    /** Fails with {@link DatadogRejected} when this is no JSON object, else with {@link DatadogCreationRejected}. */
    public DatadogCreation read(byte[] body, Instant receivedAt) {
        return read(JsonBody.readObject(body), receivedAt);
    }

    private static DatadogCreation read(JsonNode body, Instant receivedAt) {
        var data = JsonPlace.root(body).at("data").required().object();
        var event = data.at("attributes");
        if (data.isThere()) {
            data.at("type").required().word(Set.of(DatadogEventItem.TYPE));
            event.required().object(MEMBERS);
        }
        if (!event.isThere()) {
            data.check();
        }
        var creation = event(event, receivedAt);
        event.check();
        return creation;
    }

    private static DatadogCreation event(JsonPlace event, Instant receivedAt) {
        var title = event.at("title").required().text(LONGEST_TITLE);
        var category = event.at("category").required().word(Set.of(DatadogCreation.CHANGE, DatadogCreation.ALERT));
        return new DatadogCreation(
                title,
                event.at("message").text(LONGEST_MESSAGE),
                category,
                details(category, event.at("attributes").required()),
                event.at("aggregation_key").text(LONGEST_KEY),
                event.at("host").text(LONGEST_HOST),
                event.at("integration_id").word(Set.of("custom-events")),
                tags(event.at("tags")),
                happenedAt(event.at("timestamp"), receivedAt));
    }

    /** Which rules hold for them, only the category tells. */
    private static Map<String, Object> details(String category, JsonPlace details) {
        if (category == null || !details.isThere()) {
            details.object();
            return Map.of();
        }
        return category.equals(DatadogCreation.ALERT) ? AlertDetails.read(details) : ChangeDetails.read(details);
    }

    private static List<String> tags(JsonPlace tags) {
        var items = tags.items(1, MOST_TAGS);
        return items == null ? null : items.stream().map(tag -> tag.required().text(LONGEST_TAG)).toList();
    }

    private static Instant happenedAt(JsonPlace timestamp, Instant receivedAt) {
        var text = timestamp.text(LONGEST_KEY);
        if (text == null) {
            return receivedAt;
        }
        var moment = new Moments(receivedAt, ZoneOffset.UTC).iso(text);
        if (moment.isEmpty()) {
            timestamp.complain("value must be a date-time in ISO 8601 such as 2026-01-31T12:00:00Z");
        } else if (moment.get().isBefore(receivedAt.minus(OLDEST))) {
            timestamp.complain("value must not be more than 18 hours in the past");
        } else if (moment.get().isAfter(receivedAt.plus(NEWEST))) {
            timestamp.complain("value must not be more than 2 hours in the future");
        }
        return moment.map(instant -> Moments.storable(instant).truncatedTo(ChronoUnit.MICROS)).orElse(receivedAt);
    }
}
