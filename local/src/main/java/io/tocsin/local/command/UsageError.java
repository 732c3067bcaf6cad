package io.tocsin.local.command;

/** What was typed cannot be meant; the message says why. */
final class UsageError extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageError(String message) {
        super(message);
    }
}
