package io.tocsin.notifier.email;

import java.util.Optional;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.delivery.Channels;
import io.tocsin.notifier.delivery.Claimed;
import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Transport;
import io.tocsin.notifier.mail.AlertMails;
import io.tocsin.notifier.mail.Letter;
import io.tocsin.notifier.mail.Unsendable;
import io.tocsin.notifier.smtp.SmtpRelay;

/** Writes the mail of a delivery and hands it to the mail server. */
@ApplicationScoped
class EmailTransport implements Transport {

    private final AlertMails mails;
    private final SmtpRelay smtp;
    private final Workers workers;
    private final SmtpTrace trace;
    private final ObjectMapper json;

    EmailTransport(AlertMails mails, SmtpRelay smtp, Workers workers, SmtpTrace trace, ObjectMapper json) {
        this.mails = mails;
        this.smtp = smtp;
        this.workers = workers;
        this.trace = trace;
        this.json = json;
    }

    @Override
    public String channel() {
        return Channels.EMAIL;
    }

    @Override
    public Optional<String> relay() {
        return Optional.of(smtp.address());
    }

    @Override
    public int connections() {
        return smtp.connections();
    }

    @Override
    public Uni<Outcome> send(Claimed delivery) {
        return workers.run(() -> sendBlocking(delivery));
    }

    private Outcome sendBlocking(Claimed delivery) {
        try {
            var mail = written(delivery);
            return trace.around(delivery, () -> smtp.send(mail));
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
            return mails.write(letter, smtp.session());
        } catch (JsonProcessingException e) {
            throw new Unsendable("the notification cannot be read: " + e.getOriginalMessage());
        }
    }
}
