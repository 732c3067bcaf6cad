package io.tocsin.notifier.payload;

/** A template which cannot be compiled, or not be filled in. The message says what and where, for its author. */
public class BadTemplate extends Exception {

    private static final long serialVersionUID = 1;

    BadTemplate(String message) {
        super(message, null, false, false);
    }
}
