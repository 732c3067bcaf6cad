package io.tocsin.notifier.bounce;

/** This is no report of a mail server that could be understood. The message is for whoever posted it. */
public class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(String message) {
        super(message);
    }
}
