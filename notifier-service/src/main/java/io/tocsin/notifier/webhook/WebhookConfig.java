package io.tocsin.notifier.webhook;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How webhooks are called. Where to is {@code DestinationConfig}'s matter, secrets are {@code SecretConfig}'s. */
@ConfigMapping(prefix = "tocsin.notifier.webhook")
public interface WebhookConfig {

    /** Calls on their way at the same moment, per replica. */
    @WithDefault("32")
    @Min(1)
    int connections();

    /** Calls on their way to one host: a slow one holds no more than these. */
    @WithDefault("4")
    @Min(1)
    int connectionsPerHost();

    @WithDefault("5s")
    Duration connectTimeout();

    /** For a whole call, from the connection to the first bytes of the answer's body. */
    @WithDefault("15s")
    Duration callTimeout();

    /** Certificates to trust besides those of the machine, as a TLS configuration of Quarkus. */
    Optional<String> tlsConfigurationName();
}
