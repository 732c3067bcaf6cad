package io.tocsin.outbox;

/**
 * The receiver understands this message and will not have it. The sender tries it a few times more, as a newer release
 * of the receiver may think otherwise, and then sets it aside with this reason.
 */
public class MessageRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MessageRejected(String reason) {
        super(reason);
    }

    public MessageRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
