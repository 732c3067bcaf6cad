package io.tocsin.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;

import org.eclipse.angus.mail.smtp.SMTPMessage;

/**
 * A mail with the Message-ID it was given, for which the library would make a new one at each saving, and which may come back to another
 * address than the one it is from.
 */
final class StableMessage extends SMTPMessage {

    private final String messageId;

    StableMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
