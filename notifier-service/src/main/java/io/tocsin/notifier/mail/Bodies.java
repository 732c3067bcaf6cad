package io.tocsin.notifier.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;

import io.quarkus.qute.TemplateInstance;
import io.tocsin.http.server.PublicUrl;

/** Writes what a mail says, as text and as HTML. */
@ApplicationScoped
class Bodies {

    private final MailConfig config;
    private final Readers readers;
    private final PublicUrl publicUrl;
    private final EventBodies events;

    Bodies(MailConfig config, Readers readers, PublicUrl publicUrl, EventBodies events) {
        this.config = config;
        this.readers = readers;
        this.publicUrl = publicUrl;
        this.events = events;
    }

    /** @param unsubscribeUrl null when there is none */
    MimeMultipart of(Letter letter, String recipient, String unsubscribeUrl) throws MessagingException {
        if (letter.event() != null) {
            return events.of(letter, recipient, unsubscribeUrl);
        }
        var reader = readers.of(letter.first().scope().organization());
        var links = new Links(publicUrl, letter.first());
        if (letter.isDigest()) {
            var digest = DigestView.of(letter, recipient, links, unsubscribeUrl, reader);
            return both(reader, MailTemplates.digestText(digest), MailTemplates.digestHtml(digest));
        }
        var alert = AlertView.of(letter.first(), recipient, links, unsubscribeUrl, reader, config.maxSources());
        return both(reader, MailTemplates.alertText(alert), MailTemplates.alertHtml(alert));
    }

    private static MimeMultipart both(Reader reader, TemplateInstance text, TemplateInstance html) throws MessagingException {
        return BodyParts.alternative(BodyParts.text(reader.render(text), "plain"), BodyParts.text(reader.render(html), "html"));
    }
}
