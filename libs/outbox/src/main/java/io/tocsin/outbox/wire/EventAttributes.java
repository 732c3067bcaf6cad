package io.tocsin.outbox.wire;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import io.tocsin.model.Rfc3339;
import io.tocsin.outbox.IncomingMessage;

/** The attributes of one CloudEvent while it is read; unknown ones are extensions, which nobody has to understand. */
final class EventAttributes {

    private final int position;
    private String specVersion;
    private String id;
    private String source;
    private String type;
    private String subject;
    private String time;
    private String traceParent;
    private String data;

    EventAttributes(int position) {
        this.position = position;
    }

    void text(String name, String value) {
        switch (name) {
            case "specversion" -> specVersion = value;
            case "id" -> id = value;
            case "source" -> source = value;
            case "type" -> type = value;
            case "subject" -> subject = value;
            case "time" -> time = value;
            case "traceparent" -> traceParent = value;
            default -> {
            }
        }
    }

    void data(String json) {
        data = json;
    }

    IncomingMessage toMessage() {
        if (!"1.0".equals(required("specversion", specVersion))) {
            throw malformed("specversion", "is not 1.0");
        }
        if (data == null) {
            throw malformed("data", "is missing");
        }
        return new IncomingMessage(readId(), required("source", source), required("type", type),
                required("subject", subject), readTime(), data, traceParent);
    }

    private UUID readId() {
        try {
            return UUID.fromString(required("id", id));
        } catch (IllegalArgumentException e) {
            throw malformed("id", "is not a UUID");
        }
    }

    private Instant readTime() {
        try {
            return Rfc3339.parse(required("time", time));
        } catch (DateTimeParseException e) {
            throw malformed("time", "is not a time of RFC 3339");
        }
    }

    private String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw malformed(name, "is missing or not a text");
        }
        return value;
    }

    private MalformedBatch malformed(String name, String reason) {
        return new MalformedBatch("element " + position + ": " + name + " " + reason);
    }
}
