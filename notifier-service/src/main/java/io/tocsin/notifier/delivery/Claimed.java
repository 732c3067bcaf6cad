package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.util.UUID;

import io.tocsin.notifier.delivery.DeliveryState.Sending;

/**
 * A delivery which this replica holds now.
 *
 * @param number of the attempt which begins
 * @param payload the notification as JSON
 * @param traceParent the trace of the request which caused it, null when there is none
 */
record Claimed(
        UUID id,
        int number,
        Sending state,
        String recipient,
        String subject,
        String messageId,
        String inReplyTo,
        String payload,
        String traceParent,
        Instant createdAt) {}
