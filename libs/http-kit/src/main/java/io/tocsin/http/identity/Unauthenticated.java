package io.tocsin.http.identity;

/** Nobody can say who is calling: no credential, or one that is unknown, expired or revoked. */
public class Unauthenticated extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Principal expired;
    private final boolean unknown;

    /** Without a credential, or with something which is none. */
    public Unauthenticated(String reason) {
        this(reason, null, false);
    }

    private Unauthenticated(String reason, Principal expired, boolean unknown) {
        super(reason);
        this.expired = expired;
        this.unknown = unknown;
    }

    static Unauthenticated expired(String reason, Principal whose) {
        return new Unauthenticated(reason, whose, false);
    }

    /** With a credential which is nobody's. */
    static Unauthenticated unknown(String reason) {
        return new Unauthenticated(reason, null, true);
    }

    /** Whose credential it was until it expired; null for any other. */
    public Principal expired() {
        return expired;
    }

    public boolean isUnknown() { return unknown; }
}
