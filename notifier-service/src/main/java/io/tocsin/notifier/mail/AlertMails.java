package io.tocsin.notifier.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;

import io.quarkus.qute.TemplateInstance;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.message.AlertNotification;

/** Writes the mails about alerts. Renders templates: not on an event loop. */
@ApplicationScoped
public class AlertMails {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailConfig config;
    private final Sender sender;
    private final PublicUrl publicUrl;

    AlertMails(MailConfig config, Sender sender, PublicUrl publicUrl) {
        this.config = config;
        this.sender = sender;
        this.publicUrl = publicUrl;
    }

    /** Fails with {@link Unsendable} when the recipient is no address. */
    public MimeMessage write(Letter letter, Session session) throws Unsendable {
        try {
            var mail = new StableMessage(session, letter.messageId());
            var recipient = Recipient.of(letter.recipient());
            mail.setFrom(sender.address());
            mail.setRecipient(Message.RecipientType.TO, recipient);
            mail.setSentDate(Date.from(letter.date()));
            mail.setSubject(letter.inReplyTo() == null ? letter.subject() : AlertSubject.reply(letter.subject()), UTF_8);
            thread(mail, letter);
            label(mail, letter.notification());
            mail.setContent(bodies(view(letter, recipient)));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Unsendable("the mail cannot be written: " + OneLine.of(e.getMessage(), 300));
        }
    }

    private AlertView view(Letter letter, InternetAddress recipient) {
        var links = new Links(publicUrl, letter.notification());
        return AlertView.of(letter.notification(), recipient.getAddress(), links, config.maxSources());
    }

    private static void thread(MimeMessage mail, Letter letter) throws MessagingException {
        if (letter.inReplyTo() != null) {
            mail.setHeader("In-Reply-To", letter.inReplyTo());
            mail.setHeader("References", letter.inReplyTo());
        }
    }

    /** Marks which programs act on: no vacation answers (RFC 3834 §5, and Exchange's own word for it), filters by rule (RFC 2919). */
    private void label(MimeMessage mail, AlertNotification notification) throws MessagingException,
            UnsupportedEncodingException {
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("List-Id", listId(notification.rule()));
        mail.setHeader("X-Tocsin-Alert", notification.alertId().toString());
        mail.setHeader("X-Tocsin-Rule", word(notification.rule().id()));
        mail.setHeader("X-Tocsin-Severity", word(notification.rule().severity()));
        mail.setHeader("X-Tocsin-State", notification.kind().name().toLowerCase(Locale.ROOT));
    }

    private String listId(AlertNotification.Rule rule) throws UnsupportedEncodingException {
        var name = OneLine.of(rule.name(), 60).replaceAll("[\"\\\\<>]", "'");
        var phrase = name.chars().allMatch(c -> c < 128) ? '"' + name + '"' : MimeUtility.encodeWord(name, UTF_8, null);
        return MimeUtility.fold(9, phrase + " <rule-" + word(rule.id()) + "." + sender.domain() + ">");
    }

    /** Ids and such, reduced to what needs no quoting in a header. */
    private static String word(String text) {
        return OneLine.of(text, 60).replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static MimeMultipart bodies(AlertView alert) throws MessagingException {
        var bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(body(MailTemplates.alertText(alert), "plain"));
        bodies.addBodyPart(body(MailTemplates.alertHtml(alert), "html"));
        return bodies;
    }

    private static MimeBodyPart body(TemplateInstance template, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(template.render(), UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }
}
