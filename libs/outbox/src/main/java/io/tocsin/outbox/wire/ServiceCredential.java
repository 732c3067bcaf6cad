package io.tocsin.outbox.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.tocsin.outbox.OutboxConfig;

/**
 * The secret by which the services of one installation know each other. Outside of production a fixed one is used when
 * none is set; in production the service does not start without.
 */
@Startup
@Singleton
public class ServiceCredential {

    private static final String SCHEME = "Bearer ";
    private static final String OUTSIDE_PRODUCTION = "not-a-secret-for-development-and-tests";

    private final OutboxConfig config;
    private volatile Secrets secrets;

    private record Secrets(String current, Optional<String> previous) {}

    ServiceCredential(OutboxConfig config) {
        this.config = config;
        this.secrets = read();
    }

    @Scheduled(every = "30s", delayed = "30s")
    void reload() {
        try {
            secrets = read();
        } catch (IllegalStateException e) {
            Log.warnf("outbox: the service credential stays as it was, its file cannot be read again: %s", e.getMessage());
        }
    }

    /** What this service calls itself to the others. */
    public String owner() {
        return config.source();
    }

    /** The value of the header {@code Authorization} of what this service sends. */
    public String header() {
        return SCHEME + secrets.current();
    }

    /** @throws Unadmitted when {@link #admits(String)} says no */
    public void require(String header) {
        if (!admits(header)) {
            throw new Unadmitted();
        }
    }

    /**
     * Whether the value of a header {@code Authorization} shows the caller to be one of our services, now or before a
     * rotation.
     */
    public boolean admits(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var given = digest(header.substring(SCHEME.length()).strip());
        var known = secrets;
        return MessageDigest.isEqual(given, digest(known.current()))
                | known.previous().filter(previous -> MessageDigest.isEqual(given, digest(previous))).isPresent();
    }

    private Secrets read() {
        var current = secret(config.serviceCredential(), config.serviceCredentialFile())
                .or(ServiceCredential::outsideProduction)
                .orElseThrow(() -> new IllegalStateException("no service credential: set tocsin.outbox.service-credential-file "
                        + "(or tocsin.outbox.service-credential) to one random secret, the same in all Tocsin services"));
        return new Secrets(current, secret(config.previousServiceCredential(), config.previousServiceCredentialFile()));
    }

    private static Optional<String> secret(Optional<String> value, Optional<Path> file) {
        return Stream.concat(file.stream().map(ServiceCredential::contentOf), value.stream())
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .findFirst();
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the service credential from " + file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> outsideProduction() {
        return LaunchMode.current() == LaunchMode.NORMAL ? Optional.empty() : Optional.of(OUTSIDE_PRODUCTION);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
