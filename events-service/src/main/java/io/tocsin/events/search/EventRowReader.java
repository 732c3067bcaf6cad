package io.tocsin.events.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventStatus;
import io.tocsin.model.Priority;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;

/** From a row of the table {@code event} to the model. */
public final class EventRowReader {

    private EventRowReader() {}

    public static Event read(Row row) {
        return new Event(row.getLong("id"), row.getUUID("uid"),
                new Scope(row.getString("organization"), row.getString("account_group")),
                instant(row, "received_at"), content(row));
    }

    static Instant happenedAt(Row row) {
        return instant(row, "happened_at");
    }

    private static EventContent content(Row row) {
        return EventContent.titled(row.getString("title"))
                .text(row.getString("text"))
                .happenedAt(happenedAt(row))
                .endedAt(instant(row, "ended_at"))
                .status(EventStatus.valueOf(row.getString("status")))
                .type(row.getString("type"))
                .severity(Severity.valueOf(row.getString("severity")))
                .priority(Priority.valueOf(row.getString("priority")))
                .source(row.getString("source"))
                .host(row.getString("host"))
                .entity(entity(row.getJsonObject("entity")))
                .tags(List.of(row.getArrayOfStrings("tags")))
                .aggregationKey(row.getString("aggregation_key"))
                .correlationId(row.getString("correlation_id"))
                .relatedEventId(row.getLong("related_event_id"))
                .attributes(attributes(row.getJsonObject("attributes")))
                .build();
    }

    private static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Entity entity(JsonObject json) {
        return json == null ? null : new Entity(json.getString("id"), json.getString("name"), json.getString("type"));
    }

    private static Map<String, Object> attributes(JsonObject json) {
        return json == null ? Map.of() : json.getMap();
    }
}
