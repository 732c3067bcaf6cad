package io.tocsin.http.identity;

/** The caller is known, and may not do this. The message says what is missing. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Forbidden(String reason) {
        super(reason);
    }
}
