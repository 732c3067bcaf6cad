package io.tocsin.outbox;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.sqlclient.Tuple;

/** Messages as the column arrays which {@link OutboxSql#INSERT_MANY} takes. */
public final class OutboxRows {

    private OutboxRows() {}

    /** One {@code addValue} per array: {@code Tuple.of} would take a single array for its varargs. */
    public static Tuple of(List<OutgoingMessage> messages) {
        return Tuple.tuple()
                .addValue(messages.stream().map(OutgoingMessage::id).toArray(UUID[]::new))
                .addValue(texts(messages, OutgoingMessage::destination))
                .addValue(texts(messages, OutgoingMessage::type))
                .addValue(texts(messages, OutgoingMessage::subject))
                .addValue(messages.stream().map(OutgoingMessage::lane).toArray(Short[]::new))
                .addValue(texts(messages, OutgoingMessage::data))
                .addValue(texts(messages, OutgoingMessage::traceParent))
                .addValue(messages.stream().map(OutboxRows::createdAt).toArray(OffsetDateTime[]::new));
    }

    private static String[] texts(List<OutgoingMessage> messages, Function<OutgoingMessage, String> column) {
        return messages.stream().map(column).toArray(String[]::new);
    }

    private static OffsetDateTime createdAt(OutgoingMessage message) {
        return message.createdAt().atOffset(ZoneOffset.UTC);
    }
}
