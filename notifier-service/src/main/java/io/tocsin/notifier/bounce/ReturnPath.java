package io.tocsin.notifier.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import io.quarkus.runtime.Startup;

/**
 * The return address of each delivery (VERP): a report which comes back names it, whatever else is in it. Made at start, so that a
 * wrong setting is known before the first mail.
 */
@Startup
@ApplicationScoped
public class ReturnPath {

    /** RFC 5321 §4.5.3.1.1. */
    private static final int LONGEST_NAME = 64;

    private final Optional<Mailbox> mailbox;
    private final ReturnTokens tokens;

    /** @param prefix what stands before the token; @param suffix what stands behind it, from the {@code @} on */
    private record Mailbox(String prefix, String suffix) {}

    @Inject
    ReturnPath(BounceConfig config, ReturnTokens tokens) {
        this(config.address(), config.separator(), tokens);
    }

    ReturnPath(Optional<String> address, String separator, ReturnTokens tokens) {
        this.mailbox = address.map(text -> mailbox(text.strip(), separator));
        this.tokens = tokens;
    }

    /** Empty when no mailbox takes reports. */
    public Optional<String> of(UUID delivery) {
        return mailbox.map(box -> box.prefix() + tokens.of(delivery) + box.suffix());
    }

    /** The delivery whose return address this is; empty when it is none of ours, or was tampered with. */
    Optional<UUID> deliveryOf(String address) {
        return mailbox.filter(box -> fits(box, address))
                .map(box -> address.substring(box.prefix().length(), address.length() - box.suffix().length()))
                .flatMap(tokens::read);
    }

    private static boolean fits(Mailbox box, String address) {
        var text = address.toLowerCase(Locale.ROOT);
        return text.length() == box.prefix().length() + ReturnTokens.LENGTH + box.suffix().length()
                && text.startsWith(box.prefix())
                && text.endsWith(box.suffix());
    }

    private static Mailbox mailbox(String address, String separator) {
        try {
            new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new IllegalStateException("tocsin.notifier.bounces.address is no e-mail address: '" + address + "': "
                    + e.getMessage(), e);
        }
        var at = address.lastIndexOf('@');
        var prefix = address.substring(0, at) + separator;
        if (prefix.length() + ReturnTokens.LENGTH > LONGEST_NAME) {
            throw new IllegalStateException("tocsin.notifier.bounces.address '" + address + "' has a name longer than "
                    + (LONGEST_NAME - ReturnTokens.LENGTH - separator.length()) + " characters: no room is left for the token");
        }
        return new Mailbox(prefix.toLowerCase(Locale.ROOT), address.substring(at).toLowerCase(Locale.ROOT));
    }
}
