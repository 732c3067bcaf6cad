package io.tocsin.test;

/** Where in an SMTP conversation a {@link SmtpServer} can be told to misbehave. */
public enum SmtpStage {
    /** Instead of the greeting. */
    CONNECT,
    /** At {@code MAIL FROM}. */
    MAIL,
    /** At {@code RCPT TO}, for each recipient. */
    RCPT,
    /** At the command {@code DATA}, before any content. */
    DATA,
    /** After the final dot, when the whole mail has arrived. */
    CONTENT
}
