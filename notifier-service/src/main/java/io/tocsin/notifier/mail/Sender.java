package io.tocsin.notifier.mail;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import io.quarkus.runtime.Startup;

/** Who the mails come from. Made at start, so that a wrong setting is known before the first mail. */
@Startup
@ApplicationScoped
public class Sender {

    private final InternetAddress address;
    private final String domain;

    Sender(MailConfig config) {
        var from = config.from();
        try {
            address = new InternetAddress(from, true);
            domain = address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
        } catch (AddressException e) {
            throw new IllegalStateException("tocsin.notifier.mail.from is no e-mail address: '" + from + "': " + e.getMessage(),
                    e);
        }
    }

    /** The same for one delivery for ever, so that copies of one mail are known as such (RFC 5322 §3.6.4). */
    public String messageId(UUID delivery) {
        return "<" + delivery + "@" + domain + ">";
    }

    InternetAddress address() {
        return address;
    }

    String domain() {
        return domain;
    }
}
