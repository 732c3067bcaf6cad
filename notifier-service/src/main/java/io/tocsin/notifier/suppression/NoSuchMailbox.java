package io.tocsin.notifier.suppression;

import java.util.regex.Pattern;

/** Status codes (RFC 3463 §3.2, §3.3) which say that nobody has such a mailbox: those of the address, and the mailbox which is switched off. */
public final class NoSuchMailbox {

    private static final Pattern STATUS = Pattern.compile("5\\.1\\.(0|1|2|3|6|10)|5\\.2\\.1");

    private NoSuchMailbox() {}

    /** @param status null when the mail server gave none: a bare 550 may as well speak of us */
    public static boolean isMeantBy(String status) {
        return status != null && STATUS.matcher(status).matches();
    }
}
