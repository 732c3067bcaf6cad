package io.tocsin.http.identity;

import java.io.IOException;

import jakarta.inject.Singleton;

import org.jose4j.jwt.consumer.InvalidJwtException;

import io.quarkus.logging.Log;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** JWTs of the identity provider which {@code mp.jwt.verify.*} names. */
@Singleton
class Tokens {

    private final JWTParser parser;
    private final JwtSettings settings;
    private final Vertx vertx;

    Tokens(JWTParser parser, JwtSettings settings, Vertx vertx) {
        this.parser = parser;
        this.settings = settings;
        this.vertx = vertx;
    }

    static boolean looksLikeOne(String credential) {
        return credential.chars().filter(letter -> letter == '.').count() == 2;
    }

    /** Verifies off the event loop, since the provider's keys may have to be fetched. Fails with {@link Unauthenticated}. */
    Uni<Principal> principal(String jwt) {
        if (!settings.configured()) {
            return Uni.createFrom()
                    .failure(Unauthenticated.unknown("This server accepts no JWT: no identity provider is configured."));
        }
        return vertx.executeBlocking(() -> verified(jwt), false);
    }

    private Principal verified(String jwt) {
        try {
            return TokenClaims.principal(parser.parse(jwt));
        } catch (ParseException e) {
            Log.debug("JWT refused", e);
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(Throwable e) {
        if (e instanceof IOException) {
            return new IdentityUnavailable("The keys of the identity provider cannot be read at the moment.", e);
        }
        if (e instanceof InvalidJwtException invalid && invalid.hasExpired()) {
            return Unauthenticated.unknown("This JWT has expired.");
        }
        return e.getCause() == null
                ? Unauthenticated.unknown(
                        "This JWT is not one of the configured issuer and audience, or its signature is wrong.")
                : refusal(e.getCause());
    }
}
