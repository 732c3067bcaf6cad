package io.tocsin.notifier.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import io.tocsin.notifier.bounce.ReturnPath;
import io.tocsin.notifier.unsubscribe.Reach;
import io.tocsin.notifier.unsubscribe.UnsubscribeLinks;

/** Writes the mails about alerts. Renders templates: not on an event loop. */
@ApplicationScoped
public class AlertMails {

    private final Bodies bodies;
    private final Sender sender;
    private final UnsubscribeLinks unsubscribeLinks;
    private final ReturnPath returnPath;

    AlertMails(Bodies bodies, Sender sender, UnsubscribeLinks unsubscribeLinks, ReturnPath returnPath) {
        this.bodies = bodies;
        this.sender = sender;
        this.unsubscribeLinks = unsubscribeLinks;
        this.returnPath = returnPath;
    }

    /** Fails with {@link Unsendable} when the recipient is no address. */
    public MimeMessage write(Letter letter, Session session) throws Unsendable {
        try {
            var mail = new StableMessage(session, letter.messageId());
            var recipient = Recipient.of(letter.recipient());
            mail.setFrom(sender.address());
            returnPath.of(letter.delivery()).ifPresent(mail::setEnvelopeFrom);
            mail.setRecipient(Message.RecipientType.TO, recipient);
            mail.setSentDate(Date.from(letter.date()));
            mail.setSubject(letter.inReplyTo() == null ? letter.subject() : Subjects.reply(letter.subject()),
                    StandardCharsets.UTF_8.name());
            Labels.thread(mail, letter);
            Labels.describe(mail, letter, sender.domain());
            var unsubscribe = unsubscribeLinks.of(letter.delivery(), letter.isDigest() ? Reach.EVERYTHING : Reach.RULE);
            if (unsubscribe.isPresent()) {
                Labels.unsubscribe(mail, unsubscribe.get());
            }
            mail.setContent(bodies.of(letter, recipient.getAddress(), unsubscribe.orElse(null)));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Unsendable("the mail cannot be written: " + OneLine.of(e.getMessage(), 300));
        }
    }
}
