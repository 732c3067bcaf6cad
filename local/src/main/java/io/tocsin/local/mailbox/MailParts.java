package io.tocsin.local.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;

/** The parts of a mail that people look at, found however they are nested: the first text, the first HTML, the attachments. */
final class MailParts {

    private final List<String> attachments = new ArrayList<>();
    private String text;
    private String html;

    private MailParts() {}

    static MailParts of(Part mail) {
        var parts = new MailParts();
        parts.collect(mail);
        return parts;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    List<String> attachments() {
        return List.copyOf(attachments);
    }

    private void collect(Part part) {
        try {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart all) {
                for (var i = 0; i < all.getCount(); i++) {
                    collect(all.getBodyPart(i));
                }
            } else {
                take(part);
            }
        } catch (MessagingException | IOException e) {
            text = text == null ? "(This mail cannot be read: " + e.getMessage() + ")" : text;
        }
    }

    private void take(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(part.getFileName() == null ? "attachment" : part.getFileName());
        } else if (part.isMimeType("text/html") && html == null) {
            html = read(part);
        } else if (part.isMimeType("text/*") && text == null) {
            text = read(part);
        }
    }

    private static String read(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (java.io.UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
