package io.tocsin.notifier.email;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.delivery.Channels;
import io.tocsin.notifier.delivery.Claimed;
import io.tocsin.notifier.delivery.Outcome;
import io.tocsin.notifier.delivery.Transport;
import io.tocsin.notifier.mail.AlertMails;
import io.tocsin.notifier.mail.Unsendable;
import io.tocsin.notifier.smtp.SmtpRelay;

/** Writes the mail of a delivery and hands it to the mail server. */
@ApplicationScoped
class EmailTransport implements Transport {

    private final Letters letters;
    private final AlertMails mails;
    private final SmtpRelay smtp;
    private final Workers workers;
    private final SmtpTrace trace;

    EmailTransport(Letters letters, AlertMails mails, SmtpRelay smtp, Workers workers, SmtpTrace trace) {
        this.letters = letters;
        this.mails = mails;
        this.smtp = smtp;
        this.workers = workers;
        this.trace = trace;
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
    public boolean gathers() {
        return true;
    }

    @Override
    public Uni<Outcome> send(Claimed delivery) {
        return letters.contentOf(delivery)
                .chain(content -> workers.run(() -> sendBlocking(delivery, content)));
    }

    private Outcome sendBlocking(Claimed delivery, Content content) {
        try {
            var mail = mails.write(letters.letter(delivery, content), smtp.session());
            return trace.around(delivery, () -> smtp.send(mail));
        } catch (Unsendable e) {
            return Outcome.Unsendable.because(e.getMessage());
        }
    }
}
