package io.tocsin.notifier.mail;

import java.net.IDN;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The address of a recipient, as mail servers want it. */
public final class Recipient {

    /** RFC 5321 §4.5.3.1.3, less the angle brackets. */
    private static final int LONGEST = 254;

    private Recipient() {}

    public static InternetAddress of(String written) throws Unsendable {
        if (written.length() > LONGEST) {
            throw new Unsendable("the address is longer than the " + LONGEST + " characters which mail servers accept");
        }
        try {
            var address = new InternetAddress(withAsciiDomain(written.strip()), true);
            return new InternetAddress(address.getAddress());
        } catch (AddressException | IllegalArgumentException e) {
            throw new Unsendable("'" + OneLine.of(written, 80) + "' is no e-mail address: " + OneLine.of(e.getMessage(), 200));
        }
    }

    private static String withAsciiDomain(String address) throws Unsendable {
        var at = address.lastIndexOf('@');
        if (at < 1) {
            throw new Unsendable("'" + OneLine.of(address, 80) + "' is no e-mail address: it has no name before an @");
        }
        if (!address.substring(0, at).chars().allMatch(c -> c < 128)) {
            throw new Unsendable("'" + OneLine.of(address, 80) + "' has letters outside ASCII before its @;"
                    + " such addresses (RFC 6531) are not supported");
        }
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
