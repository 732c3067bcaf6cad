package io.tocsin.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.EventNotification;

/**
 * What one mail says, to whom, and which mail it is.
 *
 * @param notifications at least one, in the order in which they came, all of one account group; several become one mail with a row
 *        for each alert
 * @param takeover why a digest has taken over from single mails; null when it has not, even if several are told together
 * @param delivery the delivery which this mail is, of several the leading one
 * @param subject the subject of the thread
 * @param messageId with its angle brackets
 * @param inReplyTo the Message-ID of the mail which this one follows, null for the first of a thread
 * @param date when the notification was accepted; a copy sent later bears the same
 * @param event what the only notification is about if that is a detected event, else null
 */
public record Letter(
        List<AlertNotification> notifications,
        Takeover takeover,
        UUID delivery,
        String recipient,
        String subject,
        String messageId,
        String inReplyTo,
        Instant date,
        EventNotification event) {

    public Letter {
        notifications = List.copyOf(notifications);
        Objects.requireNonNull(delivery, "delivery");
        if (notifications.isEmpty()) {
            throw new IllegalArgumentException("a letter about nothing");
        }
    }

    /** About alerts, or about several things. */
    public Letter(List<AlertNotification> notifications, Takeover takeover, UUID delivery, String recipient, String subject,
            String messageId, String inReplyTo, Instant date) {
        this(notifications, takeover, delivery, recipient, subject, messageId, inReplyTo, date, null);
    }

    /** The same about this detected event. */
    public Letter about(EventNotification detected) {
        return new Letter(notifications, takeover, delivery, recipient, subject, messageId, inReplyTo, date, detected);
    }

    /**
     * More came than mails may go to one recipient.
     *
     * @param notifications how many this mail tells of, those included which it does not list
     * @param since when the first of them came
     * @param calm how many within the window would have been single mails
     * @param singlesAgain when single mails are back, if nothing more comes until then
     */
    public record Takeover(int notifications, Instant since, int calm, Duration window, Instant singlesAgain) {}

    AlertNotification first() {
        return notifications.get(0);
    }

    boolean isDigest() { return notifications.size() > 1; }
}
