package io.tocsin.notifier.smtp;

import java.util.Locale;

/** How far an SMTP conversation had come when it ended. */
public enum Stage {
    /** Opening the connection, greeting, EHLO, STARTTLS. */
    CONNECT,
    LOGIN,
    MAIL,
    RCPT,
    DATA,
    /** After the final dot. */
    CONTENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
