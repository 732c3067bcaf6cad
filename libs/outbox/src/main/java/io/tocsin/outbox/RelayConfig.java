package io.tocsin.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay of a replica works. The defaults suit all but the largest installations. */
@ConfigMapping(prefix = "tocsin.outbox.relay")
public interface RelayConfig {

    /** Off only where a test steps the relay by hand. */
    @WithDefault("true")
    boolean enabled();

    /** Most messages in one request. Larger is cheaper per message, until a failure must repeat it. */
    @WithDefault("500")
    int batchSize();

    /** Most bytes of one request's body, below what the receiver accepts ({@code quarkus.http.limits.max-body-size}). */
    @WithDefault("900000")
    int batchBytes();

    /** How often to look for messages that nobody announced, such as those of a replica which died. */
    @WithDefault("750ms")
    Duration poll();

    /** How long to wait for the answer to one request. */
    @WithDefault("10s")
    Duration timeout();

    /**
     * How long a lane is out of bounds for other replicas after its relay died in the middle of a batch; longer than
     * the timeout.
     */
    @WithDefault("30s")
    Duration lease();

    /** First pause after a failure; doubles with each further one, with jitter. */
    @WithDefault("500ms")
    Duration backoff();

    /** Longest pause after failures of a destination. */
    @WithDefault("30s")
    Duration maxBackoff();

    /** How often a message that its destination refuses is tried before it is set aside. */
    @WithDefault("10")
    int attempts();

    /** First pause after a refusal of one message; doubles with each further one. */
    @WithDefault("1s")
    Duration messageBackoff();

    /**
     * Longest pause between the attempts of one message. With the other defaults a message is set aside after eight
     * minutes.
     */
    @WithDefault("5m")
    Duration maxMessageBackoff();
}
