package io.tocsin.outbox.wire;

/** A body which is no batch of CloudEvents; the message names the element and the attribute. */
public class MalformedBatch extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedBatch(String reason) {
        super(reason);
    }
}
