package io.tocsin.http.identity;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Turns a credential, an API key or a JWT, into the principal it stands for. */
@ApplicationScoped
public class Identity {

    private final KeyFile keys;
    private final Tokens tokens;
    private final IdentityChecks checks;

    Identity(KeyFile keys, Tokens tokens, IdentityChecks checks) {
        this.keys = keys;
        this.tokens = tokens;
        this.checks = checks;
    }

    void open(@Observes StartupEvent start) {
        checks.pass();
        keys.open();
    }

    /** Fails with {@link Unauthenticated} when the credential is null, unknown, expired or not signed by a trusted issuer. */
    public Uni<Principal> authenticate(String credential) {
        if (credential == null || credential.isBlank()) {
            return Uni.createFrom().failure(new Unauthenticated("No credential was given."));
        }
        return Uni.createFrom()
                .item(() -> keys.find(credential))
                .onItem()
                .ifNull()
                .switchTo(() -> unknownAsKey(credential));
    }

    /** The same for the value of an {@code Authorization} header: Bearer, Api-Token, or the password of Basic. */
    public Uni<Principal> authenticateHeader(String authorization) {
        return Uni.createFrom()
                .item(() -> Credentials.of(authorization))
                .chain(this::authenticate);
    }

    /** Who stands first in the key file: whoever runs this installation; empty without one. */
    public Optional<Principal> operator() {
        return keys.first();
    }

    private Uni<Principal> unknownAsKey(String credential) {
        return Tokens.looksLikeOne(credential)
                ? tokens.principal(credential)
                : Uni.createFrom().failure(Unauthenticated.unknown("This API key is not known."));
    }
}
