package io.tocsin.notifier.delivery;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.mail.AlertMails;
import io.tocsin.notifier.mail.Letter;
import io.tocsin.notifier.mail.Unsendable;
import io.tocsin.notifier.smtp.Outcome;
import io.tocsin.notifier.smtp.SmtpRelay;

/** Writes the mail of a delivery and hands it to the mail server. Blocks. */
@ApplicationScoped
class EmailChannel {

    private final AlertMails mails;
    private final SmtpRelay relay;
    private final SmtpTrace trace;
    private final ObjectMapper json;

    EmailChannel(AlertMails mails, SmtpRelay relay, SmtpTrace trace, ObjectMapper json) {
        this.mails = mails;
        this.relay = relay;
        this.trace = trace;
        this.json = json;
    }

    String address() {
        return relay.address();
    }

    Outcome send(Claimed delivery) {
        try {
            var mail = written(delivery);
            return trace.around(delivery, () -> relay.send(mail));
        } catch (Unsendable e) {
            return Outcome.Unsendable.because(e.getMessage());
        }
    }

    private MimeMessage written(Claimed delivery) throws Unsendable {
        try {
            var letter = new Letter(
                    List.of(json.readValue(delivery.payload(), AlertNotification.class)),
                    false,
                    delivery.id(),
                    delivery.recipient(),
                    delivery.subject(),
                    delivery.messageId(),
                    delivery.inReplyTo(),
                    delivery.createdAt());
            return mails.write(letter, relay.session());
        } catch (JsonProcessingException e) {
            throw new Unsendable("the notification cannot be read: " + e.getOriginalMessage());
        }
    }
}
