package io.tocsin.notifier.destination;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where webhooks may go. */
@ConfigMapping(prefix = "tocsin.notifier.webhook.destinations")
public interface DestinationConfig {

    /**
     * Addresses and blocks such as {@code 10.20.0.0/16} which webhooks may reach although they are private, local or else not for
     * everybody. Name as little as possible: whoever may edit webhooks reaches them with this service's place in the network.
     */
    Optional<List<String>> allow();

    /** Ports and ranges of ports. */
    @WithDefault("80,443,1024-65535")
    List<String> ports();

    /** Whether {@code http://} is refused. */
    @WithDefault("false")
    boolean onlyHttps();
}
