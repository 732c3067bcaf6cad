package io.tocsin.outbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whom this service talks to. */
@ConfigMapping(prefix = "tocsin.outbox")
public interface OutboxConfig {

    /**
     * Base URL of each destination, such as {@code
     * tocsin.outbox.destinations.alerts-service=http://alerts-service:8080}. Messages for a destination which is not
     * here stay in the outbox until it is.
     */
    Map<String, URI> destinations();

    /** What this service calls itself as a sender. */
    @WithDefault("${quarkus.application.name}")
    String source();

    /** The secret by which services know each other, the same in all of them. Required in production, here or in a file. */
    Optional<String> serviceCredential();

    /** A file which holds the secret, such as a mounted Kubernetes Secret; read again when it changes. */
    Optional<Path> serviceCredentialFile();

    /** The secret before the last rotation: still accepted, no longer sent. */
    Optional<String> previousServiceCredential();

    /** A file which holds the secret before the last rotation. */
    Optional<Path> previousServiceCredentialFile();
}
