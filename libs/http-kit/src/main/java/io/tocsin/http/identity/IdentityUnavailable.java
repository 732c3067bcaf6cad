package io.tocsin.http.identity;

/** Whether this credential is good cannot be said right now; the caller may come again. Answered 503. */
public class IdentityUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    IdentityUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
