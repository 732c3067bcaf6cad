package io.tocsin.notifier.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Writes the mails about alerts. Renders templates: not on an event loop. */
@ApplicationScoped
public class AlertMails {

    private final Bodies bodies;
    private final Sender sender;

    AlertMails(Bodies bodies, Sender sender) {
        this.bodies = bodies;
        this.sender = sender;
    }

    /** Fails with {@link Unsendable} when the recipient is no address. */
    public MimeMessage write(Letter letter, Session session) throws Unsendable {
        try {
            var mail = new StableMessage(session, letter.messageId());
            var recipient = Recipient.of(letter.recipient());
            mail.setFrom(sender.address());
            mail.setRecipient(Message.RecipientType.TO, recipient);
            mail.setSentDate(Date.from(letter.date()));
            mail.setSubject(letter.inReplyTo() == null ? letter.subject() : Subjects.reply(letter.subject()),
                    StandardCharsets.UTF_8.name());
            Labels.thread(mail, letter);
            Labels.describe(mail, letter, sender.domain());
            mail.setContent(bodies.of(letter, recipient.getAddress(), null));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Unsendable("the mail cannot be written: " + OneLine.of(e.getMessage(), 300));
        }
    }
}
