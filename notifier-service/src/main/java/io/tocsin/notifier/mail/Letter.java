package io.tocsin.notifier.mail;

import java.time.Instant;

import io.tocsin.model.message.AlertNotification;

/**
 * What one delivery says, to whom, and which mail it is.
 *
 * @param subject the subject of the thread
 * @param messageId with its angle brackets
 * @param inReplyTo the Message-ID of the mail which this one follows, null for the first of a thread
 * @param date when the notification was accepted; a copy sent later bears the same
 */
public record Letter(
        AlertNotification notification,
        String recipient,
        String subject,
        String messageId,
        String inReplyTo,
        Instant date) {}
