package io.tocsin.notifier.destination;

/** Webhooks may not go there. The message says why, and names no address which the caller did not write. */
public class Forbidden extends Exception {

    private static final long serialVersionUID = 1;

    Forbidden(String message) {
        super(message, null, false, false);
    }
}
