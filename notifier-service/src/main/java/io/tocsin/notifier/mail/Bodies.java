package io.tocsin.notifier.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

import io.quarkus.qute.TemplateInstance;
import io.tocsin.http.server.PublicUrl;

/** Writes what a mail says, as text and as HTML. */
@ApplicationScoped
class Bodies {

    private final MailConfig config;
    private final Readers readers;
    private final PublicUrl publicUrl;

    Bodies(MailConfig config, Readers readers, PublicUrl publicUrl) {
        this.config = config;
        this.readers = readers;
        this.publicUrl = publicUrl;
    }

    /** @param unsubscribeUrl null when there is none */
    MimeMultipart of(Letter letter, String recipient, String unsubscribeUrl) throws MessagingException {
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
        var bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(body(reader.render(text), "plain"));
        bodies.addBodyPart(body(reader.render(html), "html"));
        return bodies;
    }

    private static MimeBodyPart body(String content, String subtype) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(headers, QuotedPrintable.encode(content));
    }
}
