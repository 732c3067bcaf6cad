package io.tocsin.outbox.inbox;

/** Nothing is wrong with the messages: this service cannot take any right now. */
class InboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    InboxUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
