package io.tocsin.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

/** The parts of which mails are made. */
final class BodyParts {

    private BodyParts() {}

    /** The same thing twice, the better form last. */
    static MimeMultipart alternative(MimeBodyPart plain, MimeBodyPart better) throws MessagingException {
        var bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(plain);
        bodies.addBodyPart(better);
        return bodies;
    }

    static MimeBodyPart text(String content, String subtype) throws MessagingException {
        var headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return new MimeBodyPart(headers, QuotedPrintable.encode(content));
    }
}
