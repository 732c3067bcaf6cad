package io.tocsin.notifier.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery as it stands.
 *
 * @param kind of the notification, {@code triggered} or {@code cleared}
 * @param channel by which it goes, {@code email} or {@code webhook}
 * @param state one of the words of docs/states.md
 * @param dueAt when it is tried next; while it is sent, when that counts as lost
 * @param attempts the attempts so far: all of them, oldest first, or in a list of deliveries the last one only
 */
public record DeliveryRecord(
        UUID id,
        UUID notificationId,
        UUID alertId,
        String kind,
        String channel,
        String recipient,
        String state,
        String subject,
        String messageId,
        String inReplyTo,
        int attemptCount,
        Instant createdAt,
        Instant dueAt,
        Instant finishedAt,
        List<Attempt> attempts) {

    public DeliveryRecord {
        attempts = List.copyOf(attempts);
    }

    DeliveryRecord with(List<Attempt> all) {
        return new DeliveryRecord(id, notificationId, alertId, kind, channel, recipient, state, subject, messageId, inReplyTo,
                attemptCount, createdAt, dueAt, finishedAt, all);
    }

    /**
     * One conversation with the mail server.
     *
     * @param finishedAt null while it lasts
     * @param outcome {@code sending}, {@code delivered}, {@code deferred}, {@code refused}, {@code channel-down},
     *        {@code unsendable}, or {@code unknown} when the replica died before it recorded the answer
     * @param stage the command at which it ended, null while it lasts or when there was none
     * @param replyCode null when no reply came
     * @param replyText the reply, or why none came
     * @param relay the mail server, {@code host:port}
     */
    public record Attempt(
            int number,
            Instant startedAt,
            Instant finishedAt,
            String outcome,
            String stage,
            Integer replyCode,
            String enhancedCode,
            String replyText,
            String relay) {}
}
