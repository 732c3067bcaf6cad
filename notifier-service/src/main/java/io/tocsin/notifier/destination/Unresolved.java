package io.tocsin.notifier.destination;

/** No name server knew the host just now. */
public class Unresolved extends Exception {

    private static final long serialVersionUID = 1;

    Unresolved(String host) {
        super("the host " + host + " has no address", null, false, false);
    }
}
