package io.tocsin.outbox;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One message as the inbox took it in.
 *
 * @param source the service which sent it
 * @param data the payload as JSON text
 * @param traceParent W3C trace context in which it is handled, to pass on to what it leads to; null when there is none
 */
public record IncomingMessage(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String data,
        String traceParent) {

    /** The same message, handled in this trace context. */
    public IncomingMessage in(String context) {
        return new IncomingMessage(id, source, type, subject, time, data, context);
    }

    /**
     * What the payload says. Fails with {@link MessageRejected} when it says nothing of the kind.
     *
     * @param complaint what the sender is told then, before the reason
     */
    public <T> T payload(ObjectMapper json, Class<T> type, String complaint) {
        try {
            var payload = json.readValue(data, type);
            if (payload == null) {
                throw new MessageRejected(complaint + ": null");
            }
            return payload;
        } catch (JsonProcessingException e) {
            throw new MessageRejected(complaint + ": " + e.getOriginalMessage(), e);
        }
    }
}
