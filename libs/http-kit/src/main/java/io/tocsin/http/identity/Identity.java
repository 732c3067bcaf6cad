package io.tocsin.http.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Turns a credential, an API key or a JWT, into the principal it stands for. */
@ApplicationScoped
public class Identity {

    /** Fails with {@link Unauthenticated} when the credential is null, unknown, expired or not signed by a trusted issuer. */
    public Uni<Principal> authenticate(String credential) {
        throw new UnsupportedOperationException();
    }
}
