package io.tocsin.notifier.delivery;

import java.time.Instant;
import java.util.UUID;

import io.tocsin.notifier.delivery.DeliveryState.Sending;

/**
 * A delivery which this replica holds now.
 *
 * @param channel which transport sends it
 * @param domain whose servers it goes to
 * @param number of the attempt which begins
 * @param tries how many attempts that makes since it was accepted, or resent
 * @param payload the notification as JSON
 * @param traceParent the trace of the request which caused it, null when there is none
 * @param triedSince when it was accepted, or resent: how long it is tried counts from there
 * @param led how many others go in the same mail, and end as it ends
 * @param listed whether its recipient stands on the suppression list, for whatever mails
 */
public record Claimed(
        UUID id,
        String channel,
        String domain,
        int number,
        int tries,
        Sending state,
        String recipient,
        String subject,
        String messageId,
        String inReplyTo,
        String payload,
        String traceParent,
        Instant createdAt,
        Instant triedSince,
        int led,
        boolean listed) {}
