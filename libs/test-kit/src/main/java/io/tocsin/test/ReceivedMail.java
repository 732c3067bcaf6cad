package io.tocsin.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * A mail which a {@link SmtpServer} has accepted.
 *
 * @param sender the address of MAIL FROM
 * @param recipients the addresses of RCPT TO which were accepted
 * @param content the mail as it came over the wire
 * @param encrypted whether the connection was
 */
public record ReceivedMail(String sender, List<String> recipients, byte[] content, boolean encrypted) {

    public ReceivedMail {
        recipients = List.copyOf(recipients);
    }

    public String messageId() {
        return header("Message-ID").orElseThrow(() -> new AssertionError("the mail has no Message-ID"));
    }

    public String subject() {
        return header("Subject").orElse("");
    }

    /** The header, unfolded and with its encoded words read. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of this name, unfolded and with their encoded words read. */
    public List<String> headers(String name) {
        try {
            var values = parsed().getHeader(name);
            return values == null ? List.of() : Stream.of(values).map(ReceivedMail::read).toList();
        } catch (MessagingException e) {
            throw unreadable(e);
        }
    }

    public Optional<String> text() {
        return body("text/plain");
    }

    public Optional<String> html() {
        return body("text/html");
    }

    /** What came over the wire, for those who look for a byte that must not be there. */
    public String raw() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private Optional<String> body(String type) {
        try {
            return body(parsed(), type);
        } catch (MessagingException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the mail cannot be read:\n" + raw(), e);
        }
    }

    private static Optional<String> body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var found = body(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private MimeMessage parsed() throws MessagingException {
        return new MimeMessage((Session) null, new ByteArrayInputStream(content));
    }

    private static String read(String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError("a header in an unknown character set: " + header, e);
        }
    }

    private AssertionError unreadable(MessagingException e) {
        return new AssertionError("the mail is not well formed:\n" + raw(), e);
    }
}
