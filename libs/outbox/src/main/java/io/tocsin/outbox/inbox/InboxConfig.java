package io.tocsin.outbox.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the receiver of messages remembers. */
@ConfigMapping(prefix = "tocsin.outbox.inbox")
public interface InboxConfig {

    /** How long the id of a message is known; longer than a sender may take to learn that it was taken in. */
    @WithDefault("8d")
    Duration retention();
}
