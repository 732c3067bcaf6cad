package io.tocsin.http.identity;

/** Nobody can say who is calling: no credential, or one that is unknown, expired or revoked. */
public class Unauthenticated extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unauthenticated(String reason) {
        super(reason);
    }
}
