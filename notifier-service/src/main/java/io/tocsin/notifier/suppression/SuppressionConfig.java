package io.tocsin.notifier.suppression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What puts addresses on the list by itself. */
@ConfigMapping(prefix = "tocsin.notifier.suppressions")
public interface SuppressionConfig {

    /**
     * Whether an address of which the mail server says at once that there is none, such as {@code 550 5.1.1}, goes on the list as after a
     * bounce. Off where the server says so of addresses which come to exist later.
     */
    @WithDefault("true")
    boolean onRefusal();
}
