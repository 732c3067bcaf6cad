package io.tocsin.outbox.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.tocsin.outbox.IncomingMessage;

/** The attributes of one CloudEvent while it is read; unknown ones are extensions, which nobody has to understand. */
final class EventAttributes {

    private final int position;
    private final Map<String, String> texts = new HashMap<>();
    private String data;

    EventAttributes(int position) {
        this.position = position;
    }

    void text(String name, String value) {
        texts.put(name, value);
    }

    void data(String json) {
        data = json;
    }

    IncomingMessage toMessage() {
        if (!"1.0".equals(required("specversion"))) {
            throw malformed("specversion", "is not 1.0");
        }
        if (data == null) {
            throw malformed("data", "is missing");
        }
        return new IncomingMessage(id(), required("source"), required("type"), required("subject"), time(), data,
                texts.get("traceparent"));
    }

    private UUID id() {
        try {
            return UUID.fromString(required("id"));
        } catch (IllegalArgumentException e) {
            throw malformed("id", "is not a UUID");
        }
    }

    private Instant time() {
        try {
            return OffsetDateTime.parse(required("time")).toInstant();
        } catch (DateTimeParseException e) {
            throw malformed("time", "is not a time of RFC 3339");
        }
    }

    private String required(String name) {
        var value = texts.get(name);
        if (value == null || value.isEmpty()) {
            throw malformed(name, "is missing or not a text");
        }
        return value;
    }

    private MalformedBatch malformed(String name, String reason) {
        return new MalformedBatch("element " + position + ": " + name + " " + reason);
    }
}
