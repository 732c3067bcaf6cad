package io.tocsin.outbox;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One row of the outbox, ready to be stored.
 *
 * @param id never changes, whatever becomes of the message; the receiver knows it by this id
 * @param destination the service it is for, a key of {@code tocsin.outbox.destinations}
 * @param type what it is, such as {@code io.tocsin.event.recorded.v1}
 * @param subject the ordering key: messages of one subject arrive in the order in which they were committed
 * @param data the payload as JSON text
 * @param traceParent W3C trace context of the request which caused it, null when there is none
 */
public record OutgoingMessage(
        UUID id,
        String destination,
        String type,
        String subject,
        String data,
        String traceParent,
        Instant createdAt) {

    public OutgoingMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** The column {@code lane}. */
    public short lane() {
        return Outbox.laneOf(subject);
    }
}
