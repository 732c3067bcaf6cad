package io.tocsin.events.search;

import static io.tocsin.events.search.EventColumn.ACCOUNT_GROUP;
import static io.tocsin.events.search.EventColumn.AGGREGATION_KEY;
import static io.tocsin.events.search.EventColumn.ATTRIBUTES;
import static io.tocsin.events.search.EventColumn.CORRELATION_ID;
import static io.tocsin.events.search.EventColumn.ENDED_AT;
import static io.tocsin.events.search.EventColumn.ENTITY;
import static io.tocsin.events.search.EventColumn.HAPPENED_AT;
import static io.tocsin.events.search.EventColumn.HOST;
import static io.tocsin.events.search.EventColumn.ID;
import static io.tocsin.events.search.EventColumn.ORGANIZATION;
import static io.tocsin.events.search.EventColumn.PRIORITY;
import static io.tocsin.events.search.EventColumn.RECEIVED_AT;
import static io.tocsin.events.search.EventColumn.RELATED_EVENT_ID;
import static io.tocsin.events.search.EventColumn.SEVERITY;
import static io.tocsin.events.search.EventColumn.SOURCE;
import static io.tocsin.events.search.EventColumn.STATUS;
import static io.tocsin.events.search.EventColumn.TAGS;
import static io.tocsin.events.search.EventColumn.TEXT;
import static io.tocsin.events.search.EventColumn.TITLE;
import static io.tocsin.events.search.EventColumn.TYPE;
import static io.tocsin.events.search.EventColumn.UID;

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

/** From a row of the table {@code event} to the model. A statement selects {@link #columns} first, then whatever else it wants. */
public final class EventRowReader {

    private static final String NONE = "{}";

    private EventRowReader() {}

    /** @param prefix of each, such as {@code e.} */
    public static String columns(String prefix) {
        return EventColumn.all(prefix);
    }

    public static Event read(Row row) {
        return new Event(row.getLong(ID.at()), row.getUUID(UID.at()),
                new Scope(row.getString(ORGANIZATION.at()), row.getString(ACCOUNT_GROUP.at())),
                instant(row, RECEIVED_AT), content(row));
    }

    static Instant happenedAt(Row row) {
        return instant(row, HAPPENED_AT);
    }

    private static EventContent content(Row row) {
        return EventContent.titled(row.getString(TITLE.at()))
                .text(row.getString(TEXT.at()))
                .happenedAt(happenedAt(row))
                .endedAt(instant(row, ENDED_AT))
                .status(EventStatus.valueOf(row.getString(STATUS.at())))
                .type(row.getString(TYPE.at()))
                .severity(Severity.valueOf(row.getString(SEVERITY.at())))
                .priority(Priority.valueOf(row.getString(PRIORITY.at())))
                .source(row.getString(SOURCE.at()))
                .host(row.getString(HOST.at()))
                .entity(entity(row.getString(ENTITY.at())))
                .tags(List.of(row.getArrayOfStrings(TAGS.at())))
                .aggregationKey(row.getString(AGGREGATION_KEY.at()))
                .correlationId(row.getString(CORRELATION_ID.at()))
                .relatedEventId(row.getLong(RELATED_EVENT_ID.at()))
                .attributes(attributes(row.getString(ATTRIBUTES.at())))
                .build();
    }

    private static Instant instant(Row row, EventColumn column) {
        var time = row.getOffsetDateTime(column.at());
        return time == null ? null : time.toInstant();
    }

    private static Entity entity(String text) {
        if (text == null) {
            return null;
        }
        var json = new JsonObject(text);
        return new Entity(json.getString("id"), json.getString("name"), json.getString("type"));
    }

    private static Map<String, Object> attributes(String text) {
        return text == null || text.equals(NONE) ? Map.of() : new JsonObject(text).getMap();
    }
}
