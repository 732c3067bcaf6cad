package io.tocsin.notifier.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.search.DeliveryRecord;
import io.tocsin.notifier.search.DeliveryRecord.Attempt;
import io.tocsin.notifier.search.DeliveryRecord.Report;

/**
 * A delivery in the API.
 *
 * @param nextAttemptAt only while it waits
 * @param lastReply what the mail server said last, or why it said nothing
 * @param bounce what a mail server said last after it had taken the mail
 * @param attempts all of them, oldest first; not in lists
 * @param bounces all that mail servers said later, oldest first; not in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryJson(
        UUID id,
        UUID notificationId,
        UUID alertId,
        String ruleId,
        String kind,
        String channel,
        @Schema(examples = "oncall@example.org") String recipient,
        @Schema(description = "accepted, sending, deferred, resent, delivered, refused, suppressed or dead.") String state,
        @Schema(description = "Why it was not sent: bounced, unsubscribed or by-hand.") String suppressedFor,
        String subject,
        String messageId,
        String inReplyTo,
        int attemptCount,
        Instant createdAt,
        @Schema(description = "When somebody wanted it sent once more.") Instant resentAt,
        Instant nextAttemptAt,
        Instant finishedAt,
        ReplyJson lastReply,
        Report bounce,
        List<AttemptJson> attempts,
        List<Report> bounces,
        @JsonProperty("_links") Links links) {

    /** @param code null when no reply came; @param text the reply, or why none came */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplyJson(Integer code, String enhancedCode, String text) {

        static ReplyJson of(Attempt attempt) {
            return attempt.replyText() == null
                    ? null
                    : new ReplyJson(attempt.replyCode(), attempt.enhancedCode(), attempt.replyText());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptJson(
            int number,
            Instant startedAt,
            Instant finishedAt,
            String outcome,
            String stage,
            ReplyJson reply,
            String relay,
            String messageId) {

        static AttemptJson of(Attempt attempt) {
            return new AttemptJson(attempt.number(), attempt.startedAt(), attempt.finishedAt(), attempt.outcome(),
                    attempt.stage(), ReplyJson.of(attempt), attempt.relay(), attempt.messageId());
        }
    }

    /** One of a list. */
    static DeliveryJson listed(DeliveryRecord delivery, String href) {
        return of(delivery, null, null, href);
    }

    static DeliveryJson whole(DeliveryRecord delivery, String href) {
        return of(delivery, delivery.attempts().stream().map(AttemptJson::of).toList(), delivery.reports(), href);
    }

    private static DeliveryJson of(DeliveryRecord delivery, List<AttemptJson> attempts, List<Report> bounces, String href) {
        var waits = delivery.finishedAt() == null && !"sending".equals(delivery.state());
        return new DeliveryJson(
                delivery.id(),
                delivery.notificationId(),
                delivery.alertId(),
                delivery.ruleId(),
                delivery.kind(),
                delivery.channel(),
                delivery.recipient(),
                delivery.state(),
                "suppressed".equals(delivery.state()) ? delivery.suppressedFor() : null,
                delivery.subject(),
                delivery.messageId(),
                delivery.inReplyTo(),
                delivery.attemptCount(),
                delivery.createdAt(),
                delivery.resentAt(),
                waits ? delivery.dueAt() : null,
                delivery.finishedAt(),
                last(delivery.attempts()).map(ReplyJson::of).orElse(null),
                last(delivery.reports()).orElse(null),
                attempts,
                bounces,
                Links.self(href));
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
}
