package io.tocsin.http.identity;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was configured of MicroProfile JWT, as far as it decides whether JWTs can be trusted at all. */
@Singleton
class JwtSettings {

    private final Optional<String> keys;
    private final Optional<String> key;
    private final Optional<String> issuer;
    private final Optional<List<String>> audiences;

    JwtSettings(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
            @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> key,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<List<String>> audiences) {
        this.keys = keys;
        this.key = key;
        this.issuer = issuer;
        this.audiences = audiences;
    }

    boolean configured() {
        return keys.isPresent() || key.isPresent();
    }

    boolean checksIssuer() {
        return issuer.isPresent();
    }

    boolean checksAudience() {
        return audiences.isPresent();
    }
}
