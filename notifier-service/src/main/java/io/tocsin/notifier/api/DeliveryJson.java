package io.tocsin.notifier.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.tocsin.notifier.api.Link.Links;
import io.tocsin.notifier.search.DeliveryRecord;
import io.tocsin.notifier.search.DeliveryRecord.Attempt;

/**
 * A delivery in the API.
 *
 * @param nextAttemptAt only while it waits
 * @param lastReply what the mail server said last, or why it said nothing
 * @param attempts all of them, oldest first; not in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryJson(
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
        Instant nextAttemptAt,
        Instant finishedAt,
        ReplyJson lastReply,
        List<AttemptJson> attempts,
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
            String relay) {

        static AttemptJson of(Attempt attempt) {
            return new AttemptJson(attempt.number(), attempt.startedAt(), attempt.finishedAt(), attempt.outcome(),
                    attempt.stage(), ReplyJson.of(attempt), attempt.relay());
        }
    }

    /** One of a list. */
    static DeliveryJson listed(DeliveryRecord delivery, String href) {
        return of(delivery, null, href);
    }

    static DeliveryJson whole(DeliveryRecord delivery, String href) {
        return of(delivery, delivery.attempts().stream().map(AttemptJson::of).toList(), href);
    }

    private static DeliveryJson of(DeliveryRecord delivery, List<AttemptJson> attempts, String href) {
        var waits = delivery.finishedAt() == null && !"sending".equals(delivery.state());
        var tried = delivery.attempts();
        return new DeliveryJson(
                delivery.id(),
                delivery.notificationId(),
                delivery.alertId(),
                delivery.kind(),
                delivery.channel(),
                delivery.recipient(),
                delivery.state(),
                delivery.subject(),
                delivery.messageId(),
                delivery.inReplyTo(),
                delivery.attemptCount(),
                delivery.createdAt(),
                waits ? delivery.dueAt() : null,
                delivery.finishedAt(),
                tried.isEmpty() ? null : ReplyJson.of(tried.get(tried.size() - 1)),
                attempts,
                Links.self(href));
    }
}
