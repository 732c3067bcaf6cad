package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When deliveries are tried, and tried again. How many at once is a matter of each transport. */
@ConfigMapping(prefix = "tocsin.notifier.dispatch")
public interface DispatchConfig {

    /** How often to look for due deliveries that nobody announced; {@code off} only where a test steps the dispatcher. */
    @WithDefault("1s")
    String poll();

    /** After which a delivery that is being sent is given up for lost, when its replica has not renewed the lease. */
    @WithDefault("30s")
    Duration lease();

    /** How often leases are renewed; a good deal shorter than the lease. */
    @WithDefault("10s")
    Duration leaseRenewal();

    /** The pauses after the first, second, ... failed attempt; the last one repeats. Each is shortened or lengthened by a fifth. */
    @WithDefault("10s,30s,2m,5m,10m,20m,30m,1h")
    @NotEmpty
    List<Duration> retryPauses();

    /** How long after its acceptance a delivery is tried for the last time (RFC 5321 §4.5.4.1: four to five days). */
    @WithDefault("5d")
    Duration giveUpAfter();

    /** How long nothing is sent after the mail server could not be reached or refused us; doubles until the longest. */
    @WithDefault("5s")
    Duration channelPause();

    @WithDefault("1m")
    Duration longestChannelPause();

    /** How long a replica that is told to stop waits for the mails on their way. */
    @WithDefault("10s")
    Duration farewell();
}
