package io.tocsin.outbox.wire;

/** The caller is none of our services. */
public class Unadmitted extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unadmitted() {
        super("no service credential, or a wrong one");
    }
}
