package io.tocsin.notifier.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** Reads delivery status notifications (RFC 3464). Fails with {@link Unreadable} on whatever else comes. */
@ApplicationScoped
class ReportReader {

    private static final String STATUS_PART = "message/delivery-status";
    private static final String GLOBAL_STATUS_PART = "message/global-delivery-status";

    private final ReturnPath returnPath;

    ReportReader(ReturnPath returnPath) {
        this.returnPath = returnPath;
    }

    /** @param envelopeRecipient where the mail server delivered it, null when whoever posts it does not say */
    Report read(byte[] mail, String envelopeRecipient) {
        try {
            var message = new MimeMessage((Session) null, new ByteArrayInputStream(mail));
            var fields = statusFields(message);
            var delivery = delivery(message, envelopeRecipient);
            return report(delivery, message.getMessageID(), fields);
        } catch (MessagingException | IOException e) {
            throw new Unreadable("The body is no delivery status notification (RFC 3464) that can be read: " + e.getMessage()
                    + ".");
        }
    }

    /** The one to which it came back. A server may also have noted that in a header, and the header {@code To} says it at least. */
    private UUID delivery(MimeMessage message, String envelopeRecipient) throws MessagingException {
        var addresses = new ArrayList<String>();
        Optional.ofNullable(envelopeRecipient).ifPresent(addresses::add);
        for (var header : List.of("Delivered-To", "X-Original-To", "Envelope-To", "To")) {
            Stream.ofNullable(message.getHeader(header)).flatMap(Stream::of).forEach(addresses::add);
        }
        return addresses.stream()
                .flatMap(text -> Stream.of(text.split("[<>,;\\s]+")))
                .flatMap(address -> returnPath.deliveryOf(address).stream())
                .findFirst()
                .orElseThrow(() -> new Unreadable(
                        "The report came back to no return address of ours: neither 'recipient' nor its"
                                + " headers Delivered-To, X-Original-To, Envelope-To and To have one with a valid token."));
    }

    private static Report report(UUID delivery, String messageId, List<InternetHeaders> fields) {
        var server = field(fields.get(0), "Reporting-MTA").map(ReportReader::withoutType).orElse("unknown");
        return fields.stream()
                .skip(1)
                .flatMap(recipient -> recipient(delivery, messageId, server, recipient).stream())
                .min(Comparator.comparing(Report::action))
                .orElseThrow(() -> new Unreadable("The report's part " + STATUS_PART
                        + " has no recipient with an Action of RFC 3464."));
    }

    private static Optional<Report> recipient(UUID delivery, String messageId, String server, InternetHeaders recipient) {
        var status = field(recipient, "Status").map(text -> text.split("[\\s(]", 2)[0])
                .filter(text -> text.matches(
                        "[245](\\.\\d{1,3}){2}"));
        var text = field(recipient, "Diagnostic-Code").map(ReportReader::withoutType);
        return field(recipient, "Action")
                .flatMap(Action::of)
                .map(action -> new Report(delivery, ReportText.of(messageId, 500), action, status.orElse(usual(action)),
                        ReportText.of(
                                text.orElse(action.word()), 2000), ReportText.of(server, 255)));
    }

    /** RFC 3463 §3.1: nothing more is known than whether it is over. */
    private static String usual(Action action) {
        return switch (action) {
            case FAILED -> "5.0.0";
            case DELAYED -> "4.0.0";
            case DELIVERED, RELAYED, EXPANDED -> "2.0.0";
        };
    }

    /** Of {@code smtp; 550 no such user} what follows the type. */
    private static String withoutType(String field) {
        return field.substring(field.indexOf(';') + 1).strip();
    }

    private static Optional<String> field(InternetHeaders group, String name) {
        return Optional.ofNullable(group.getHeader(name, " ")).map(text -> text.replaceAll("\\s+", " ").strip());
    }

    /** Of the whole mail first, then one group for each recipient. */
    private static List<InternetHeaders> statusFields(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/*")) {
            throw notAReport();
        }
        var parts = new MimeMultipart(message.getDataHandler().getDataSource());
        for (int i = 0; i < parts.getCount(); i++) {
            Part part = parts.getBodyPart(i);
            if (part.isMimeType(STATUS_PART) || part.isMimeType(GLOBAL_STATUS_PART)) {
                return groups(new ByteArrayInputStream(part.getInputStream().readAllBytes()));
            }
        }
        throw notAReport();
    }

    private static List<InternetHeaders> groups(InputStream body) throws MessagingException, IOException {
        var groups = new ArrayList<InternetHeaders>();
        while (body.available() > 0) {
            var group = new InternetHeaders(body);
            if (group.getAllHeaders().hasMoreElements()) {
                groups.add(group);
            }
        }
        if (groups.size() < 2) {
            throw new Unreadable("The report's part " + STATUS_PART + " names no recipient.");
        }
        return groups;
    }

    private static Unreadable notAReport() {
        return new Unreadable("The body is no delivery status notification: a multipart/report with a part " + STATUS_PART
                + " (RFC 3464) is wanted.");
    }
}
