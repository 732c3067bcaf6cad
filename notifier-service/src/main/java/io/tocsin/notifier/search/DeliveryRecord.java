package io.tocsin.notifier.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery as it stands.
 *
 * @param ruleId whose alert it is about, null when it is about none
 * @param kind of the notification, {@code triggered} or {@code cleared}
 * @param channel by which it goes, {@code email} or {@code webhook}
 * @param state one of the words of docs/states.md
 * @param suppressedFor the reason of the suppression which kept it from being sent, null when none ever did
 * @param resentAt when a person wanted it sent once more for the last time, null when nobody did
 * @param dueAt when it is tried next; while it is sent, when that counts as lost
 * @param attempts the attempts so far: all of them, oldest first, or in a list of deliveries the last one only
 */
public record DeliveryRecord(
        UUID id,
        UUID notificationId,
        UUID alertId,
        String ruleId,
        String kind,
        String channel,
        String recipient,
        String state,
        String suppressedFor,
        String subject,
        String messageId,
        String inReplyTo,
        int attemptCount,
        Instant createdAt,
        Instant resentAt,
        Instant dueAt,
        Instant finishedAt,
        List<Attempt> attempts,
        List<Report> reports) {

    public DeliveryRecord {
        attempts = List.copyOf(attempts);
        reports = List.copyOf(reports);
    }

    DeliveryRecord with(List<Attempt> allAttempts, List<Report> allReports) {
        return new DeliveryRecord(id, notificationId, alertId, ruleId, kind, channel, recipient, state, suppressedFor, subject,
                messageId, inReplyTo, attemptCount, createdAt, resentAt, dueAt, finishedAt, allAttempts, allReports);
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
     * @param messageId the mail in which it went; null in attempts of versions before
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
            String relay,
            String messageId) {}

    /**
     * What a mail server said after it had taken the mail (RFC 3464).
     *
     * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded}
     * @param status such as {@code 5.1.1}
     * @param server who said it
     */
    public record Report(Instant receivedAt, String action, String status, String text, String server) {}
}
