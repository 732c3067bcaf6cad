package io.tocsin.notifier.mail;

import java.util.UUID;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import io.tocsin.http.server.PublicUrl;
import io.tocsin.notifier.mail.EventView.Picture;

/** Writes what a mail about one detected event says, as text and as HTML with its picture. */
@ApplicationScoped
class EventBodies {

    private static final String PNG = "image/png";

    private final EventNotices notices;
    private final PublicUrl publicUrl;
    private final Sender sender;

    EventBodies(EventNotices notices, PublicUrl publicUrl, Sender sender) {
        this.notices = notices;
        this.publicUrl = publicUrl;
        this.sender = sender;
    }

    /** @param unsubscribeUrl null when there is none */
    MimeMultipart of(Letter letter, String recipient, String unsubscribeUrl) throws MessagingException {
        var text = notices.text(letter.event());
        var series = FailureSeries.of(text);
        var cid = cid(letter.delivery());
        var view = EventView.of(text, series.map(found -> Picture.of(found, cid)).orElse(null),
                new Links(publicUrl, letter.first()), unsubscribeUrl, recipient);
        var html = BodyParts.text(text.reader().render(MailTemplates.eventHtml(view)), "html");
        return BodyParts.alternative(
                BodyParts.text(text.reader().render(MailTemplates.eventText(view)), "plain"),
                series.isPresent() ? related(html, picture(series.get(), cid)) : html);
    }

    private String cid(UUID delivery) {
        return "failures." + delivery + "@" + sender.domain();
    }

    private static MimeBodyPart related(MimeBodyPart html, MimeBodyPart picture) throws MessagingException {
        var both = new MimeMultipart("related");
        both.addBodyPart(html);
        both.addBodyPart(picture);
        var part = new MimeBodyPart();
        part.setContent(both);
        return part;
    }

    private static MimeBodyPart picture(FailureSeries series, String cid) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(series.chart().png(), PNG)));
        part.setHeader("Content-Type", PNG);
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setContentID("<" + cid + ">");
        part.setDisposition(Part.INLINE);
        part.setFileName("failures.png");
        return part;
    }
}
