package io.tocsin.local.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/** Reads the bytes of a mail. Whatever they are, something can be shown. */
final class MailReader {

    /** How a mail server notes the envelope in a mail that it hands over. */
    static final String RETURN_PATH = "Return-Path";
    static final String DELIVERED_TO = "Delivered-To";

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");
    private static final int PREVIEW = 160;

    private MailReader() {}

    static Mail mail(String id, Instant receivedAt, byte[] source) {
        var message = parse(source);
        return new Mail(id,
                receivedAt,
                new Mail.Envelope(header(message, RETURN_PATH).orElse(""), headers(message, DELIVERED_TO)),
                header(message, "Message-ID").orElse(null),
                header(message, "In-Reply-To").orElse(null),
                references(message),
                header(message, "From").orElse("(no sender)"),
                headers(message, "To"),
                header(message, "Subject").orElse("(no subject)"),
                date(message),
                preview(message));
    }

    static MailContent content(byte[] source) {
        var message = parse(source);
        var parts = MailParts.of(message);
        return new MailContent(allHeaders(message), parts.text(), parts.html(), parts.attachments());
    }

    private static MimeMessage parse(byte[] source) {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail: " + e.getMessage(), e);
        }
    }

    private static List<String> references(MimeMessage message) {
        var ids = Stream.of("References", "In-Reply-To")
                .map(name -> header(message, name).orElse(""))
                .map(value -> MESSAGE_ID.matcher(value).results().map(java.util.regex.MatchResult::group).toList())
                .filter(found -> !found.isEmpty())
                .findFirst();
        return ids.orElse(List.of());
    }

    private static Instant date(MimeMessage message) {
        try {
            return Optional.ofNullable(message.getSentDate()).map(Date::toInstant).orElse(null);
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String preview(MimeMessage message) {
        var text = Optional.ofNullable(MailParts.of(message).text()).orElse("").strip().replaceAll("\\s+", " ");
        return text.length() <= PREVIEW ? text : text.substring(0, PREVIEW) + "…";
    }

    private static Optional<String> header(MimeMessage message, String name) {
        return headers(message, name).stream().findFirst();
    }

    private static List<String> headers(MimeMessage message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? List.of() : Arrays.stream(values).map(MailReader::decoded).toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static List<MailContent.Header> allHeaders(MimeMessage message) {
        try {
            return Collections.list(message.getAllHeaders())
                    .stream()
                    .map(header -> new MailContent.Header(header.getName(), decoded(header.getValue())))
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** Headers are ASCII with encoded words; bytes above that are taken as UTF-8, as most senders mean them. */
    private static String decoded(String raw) {
        try {
            var text = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return MimeUtility.decodeText(MimeUtility.unfold(text)).strip();
        } catch (IOException e) {
            return raw;
        }
    }
}
