package io.tocsin.query.meaning;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;

/**
 * The inner attributes which stand in columns of their own: how to read each from an event, and the same in SQL over the table
 * {@code event}. Every other path leads into {@link EventContent#attributes()}.
 */
public enum InnerAttribute {
    TITLE("title", "title", of(EventContent::title)),
    AGGREGATION_KEY("aggregation_key", "aggregation_key", of(EventContent::aggregationKey)),
    CORRELATION_ID("correlation_id", "correlation_id", of(EventContent::correlationId)),
    HOSTNAME("hostname", "host", of(EventContent::host)),
    SOURCE_TYPE_NAME("source_type_name", "source", of(EventContent::source)),
    EVENT_ID("evt.id", "id::text", event -> Long.toString(event.id())),
    EVENT_UID("evt.uid", "translate(encode(uuid_send(uid) || '\\x0000'::bytea, 'base64'), '+/', '-_')",
            InnerAttribute::uid),
    EVENT_TYPE("evt.type", "coalesce(type, 'api')", event -> event.content().type() == null ? "api" : event.content().type()),
    PRIORITY("priority",
            "case when jsonb_typeof(attributes -> 'priority') = 'string' then attributes ->> 'priority' else lower(priority) end",
            InnerAttribute::priority),
    ENTITY_ID("entity.id", "(entity ->> 'id')", ofEntity(Entity::id)),
    ENTITY_NAME("entity.name", "(entity ->> 'name')", ofEntity(Entity::name)),
    ENTITY_TYPE("entity.type", "(entity ->> 'type')", ofEntity(Entity::type)),
    RELATED_EVENT_ID("related_event_id", "related_event_id::text", of(EventContent::relatedEventId)),
    TIMESTAMP("timestamp", "floor(extract(epoch from happened_at) * 1000)::bigint::text",
            event -> event.content().happenedAt().toEpochMilli()),
    DATE_HAPPENED("date_happened", "floor(extract(epoch from happened_at))::bigint::text",
            event -> event.content().happenedAt().getEpochSecond());

    private static final Map<String, InnerAttribute> BY_PATH = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(InnerAttribute::path, Function.identity()));

    private final String path;
    private final String sql;
    private final Function<Event, Object> reader;

    InnerAttribute(String path, String sql, Function<Event, Object> reader) {
        this.path = path;
        this.sql = sql;
        this.reader = reader;
    }

    public static Optional<InnerAttribute> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    public String path() {
        return path;
    }

    /** An expression of type text, null when there is no value. */
    public String sql() {
        return sql;
    }

    /** Whether its values are JSON numbers. */
    public boolean isNumber() {
        return this == RELATED_EVENT_ID || this == TIMESTAMP || this == DATE_HAPPENED;
    }

    public Optional<Value> valueOf(Event event) {
        return Optional.ofNullable(reader.apply(event))
                .map(Value::of);
    }

    /** As Datadog writes it: the bytes of the UUID and two zeros, in base64url. */
    private static String uid(Event event) {
        var bytes = ByteBuffer.allocate(18)
                .putLong(event.uid().getMostSignificantBits())
                .putLong(event.uid().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** In the poster's words, which may be finer than ours: alerts of Datadog's v2 have five priorities. */
    private static String priority(Event event) {
        return event.content().attributes().get("priority") instanceof String said
                ? said
                : event.content().priority().name().toLowerCase(Locale.ROOT);
    }

    private static Function<Event, Object> of(Function<EventContent, Object> reader) {
        return event -> reader.apply(event.content());
    }

    private static Function<Event, Object> ofEntity(Function<Entity, Object> reader) {
        return event -> event.content().entity() == null ? null : reader.apply(event.content().entity());
    }
}
