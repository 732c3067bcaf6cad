package io.tocsin.notifier.delivery;

import java.util.Locale;

/** How far an attempt had come when it ended, in the words of SMTP. Whoever speaks HTTP knows {@link #CONNECT} and {@link #CONTENT}. */
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
