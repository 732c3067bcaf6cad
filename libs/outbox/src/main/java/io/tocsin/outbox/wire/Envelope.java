package io.tocsin.outbox.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.tocsin.outbox.OutgoingMessage;

/**
 * Writes messages as a batch of CloudEvents 1.0 (JSON event format, §4). Payloads are JSON already and go through
 * untouched.
 */
public final class Envelope {

    public static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    private static final JsonFactory JSON = new JsonFactory();

    private Envelope() {}

    /** A batch of as many of the messages as fit, from the first on; one is always taken, however big. */
    public record Batch(byte[] body, int size) {}

    /** @param source the service which sends, in the form of {@code tocsin.outbox.source}; @param maxBytes of the body */
    public static Batch of(String source, List<OutgoingMessage> messages, int maxBytes) {
        try {
            return write(source, messages, maxBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Batch write(String source, List<OutgoingMessage> messages, int maxBytes) throws IOException {
        var body = new ByteArrayOutputStream(Math.min(maxBytes, 1024 * messages.size()));
        body.write('[');
        var size = 0;
        for (var message : messages) {
            var event = event(source, message);
            if (size > 0 && body.size() + event.length + 2 > maxBytes) {
                break;
            }
            if (size > 0) {
                body.write(',');
            }
            body.write(event);
            size++;
        }
        body.write(']');
        return new Batch(body.toByteArray(), size);
    }

    private static byte[] event(String source, OutgoingMessage message) throws IOException {
        var bytes = new ByteArrayOutputStream(256 + message.data().length());
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", message.id().toString());
            json.writeStringField("source", source);
            json.writeStringField("type", message.type());
            json.writeStringField("subject", message.subject());
            json.writeStringField("time", message.createdAt().toString());
            json.writeStringField("datacontenttype", "application/json");
            writeTrace(json, message.traceParent());
            json.writeFieldName("data");
            json.writeRawValue(message.data());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeTrace(JsonGenerator json, String traceParent) throws IOException {
        if (traceParent != null) {
            json.writeStringField("traceparent", traceParent);
        }
    }
}
