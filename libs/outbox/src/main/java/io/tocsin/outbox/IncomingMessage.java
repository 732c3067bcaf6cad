package io.tocsin.outbox;

import java.time.Instant;
import java.util.UUID;

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
}
