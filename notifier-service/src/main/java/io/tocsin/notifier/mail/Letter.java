package io.tocsin.notifier.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.tocsin.model.message.AlertNotification;

/**
 * What one mail says, to whom, and which mail it is.
 *
 * @param notifications at least one, in the order in which they came, all of one account group; several become one mail with a row
 *        for each alert
 * @param storm whether several are told together because of too many mails, and not because they came together
 * @param delivery the delivery which this mail is, of several the leading one
 * @param subject the subject of the thread
 * @param messageId with its angle brackets
 * @param inReplyTo the Message-ID of the mail which this one follows, null for the first of a thread
 * @param date when the notification was accepted; a copy sent later bears the same
 */
public record Letter(
        List<AlertNotification> notifications,
        boolean storm,
        UUID delivery,
        String recipient,
        String subject,
        String messageId,
        String inReplyTo,
        Instant date) {

    public Letter {
        notifications = List.copyOf(notifications);
        Objects.requireNonNull(delivery, "delivery");
        if (notifications.isEmpty()) {
            throw new IllegalArgumentException("a letter about nothing");
        }
    }

    AlertNotification first() {
        return notifications.get(0);
    }

    boolean isDigest() { return notifications.size() > 1; }
}
