package io.tocsin.notifier.secret;

/** A secret cannot be had now. The message names it and what to do, and never its value. */
public class SecretUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    SecretUnavailable(String message) {
        super(message, null, false, false);
    }
}
