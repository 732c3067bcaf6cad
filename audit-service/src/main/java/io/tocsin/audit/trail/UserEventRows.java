package io.tocsin.audit.trail;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.AccountGroup;
import io.tocsin.model.StorableText;
import io.tocsin.model.User;
import io.tocsin.model.message.UserEvent;
import io.tocsin.model.message.UserEvent.Resource;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** User events as the columns of their table, and back. */
@Singleton
class UserEventRows {

    private static final TypeReference<List<Resource>> RESOURCES = new TypeReference<>() {};

    private final ObjectMapper json;

    UserEventRows(ObjectMapper json) {
        this.json = json;
    }

    /** One array per column. */
    Tuple toColumns(List<UserEvent> events) {
        return Tuple.tuple()
                .addArrayOfUUID(events.stream().map(UserEvent::id).toArray(UUID[]::new))
                .addArrayOfString(texts(events, UserEvent::organization))
                .addArrayOfString(texts(events, event -> event.accountGroup().id()))
                .addArrayOfString(texts(events, event -> event.accountGroup().name()))
                .addArrayOfOffsetDateTime(events.stream().map(UserEventRows::date).toArray(OffsetDateTime[]::new))
                .addArrayOfString(texts(events, UserEvent::event))
                .addArrayOfString(texts(events, event -> event.user().id()))
                .addArrayOfString(texts(events, event -> event.user().name()))
                .addArrayOfString(texts(events, event -> event.user().email()))
                .addArrayOfString(texts(events, UserEvent::ipAddress))
                .addArrayOfString(texts(events, this::resources));
    }

    List<UserEvent> toEvents(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(this::toEvent)
                .toList();
    }

    private UserEvent toEvent(Row row) {
        return new UserEvent(
                row.getUUID("id"),
                row.getString("organization"),
                new AccountGroup(row.getString("account_group"), row.getString("account_group_name")),
                row.getOffsetDateTime("date").toInstant(),
                row.getString("event"),
                new User(row.getString("user_id"), row.getString("user_name"), row.getString("user_email")),
                row.getString("ip_address"),
                resources(row.getString("resources")));
    }

    private static String[] texts(List<UserEvent> events, Function<UserEvent, String> column) {
        return events.stream().map(column).map(StorableText::of).toArray(String[]::new);
    }

    private static OffsetDateTime date(UserEvent event) {
        return event.date().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private String resources(UserEvent event) {
        var storable = event.resources()
                .stream()
                .map(resource -> new Resource(StorableText.of(resource.type()), StorableText.of(resource.name())))
                .toList();
        try {
            return json.writeValueAsString(storable);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resources of user event " + event.id() + " cannot be written", e);
        }
    }

    private List<Resource> resources(String text) {
        try {
            return json.readValue(text, RESOURCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resources of a user event cannot be read", e);
        }
    }
}
