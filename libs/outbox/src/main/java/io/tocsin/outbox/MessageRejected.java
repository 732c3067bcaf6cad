package io.tocsin.outbox;

/** This message can never be applied; its sender sets it aside with this reason. */
public class MessageRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MessageRejected(String reason) {
        super(reason);
    }

    public MessageRejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
