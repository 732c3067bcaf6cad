package io.tocsin.http.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Turns a credential, an API key or a JWT, into the principal it stands for. */
@ApplicationScoped
public class Identity {

    private final KeyFile keys;

    Identity(KeyFile keys) {
        this.keys = keys;
    }

    void open(@Observes StartupEvent start) {
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
                .failWith(() -> new Unauthenticated("This API key is not known."));
    }
}
