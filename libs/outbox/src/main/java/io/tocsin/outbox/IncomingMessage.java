package io.tocsin.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One message as the inbox took it in.
 *
 * @param source the service which sent it
 * @param data the payload as JSON text
 * @param traceParent W3C trace context of the request which caused it, null when there is none
 */
public record IncomingMessage(
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String data,
        String traceParent) {}
