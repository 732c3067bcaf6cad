package io.tocsin.local.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;

/** The parts of a mail that people look at, found however they are nested: the first text, the first HTML, the attachments. */
final class MailParts {

    private final List<String> attachments = new ArrayList<>();
    private final Map<String, String> pictures = new HashMap<>();
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

    /** With the pictures which came in the mail. */
    String html() {
        var shown = html;
        for (var picture : pictures.entrySet()) {
            shown = shown == null ? null : shown.replace(picture.getKey(), picture.getValue());
        }
        return shown;
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
        if (part.isMimeType("image/*") && part instanceof MimePart picture && picture.getContentID() != null) {
            pictures.put("cid:" + picture.getContentID().replaceAll("[<>]", ""), "data:" + type(part) + ";base64,"
                    + Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes()));
        } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(part.getFileName() == null ? "attachment" : part.getFileName());
        } else if (part.isMimeType("text/html") && html == null) {
            html = read(part);
        } else if (part.isMimeType("text/*") && text == null) {
            text = read(part);
        }
    }

    private static String type(Part part) throws MessagingException {
        return new ContentType(part.getContentType()).getBaseType();
    }

    private static String read(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (java.io.UnsupportedEncodingException e) {
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
