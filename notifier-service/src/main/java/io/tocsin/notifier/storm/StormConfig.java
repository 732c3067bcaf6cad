package io.tocsin.notifier.storm;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many mails one recipient gets before several deliveries share one. Nothing is ever left out: only the number of mails changes. */
@ConfigMapping(prefix = "tocsin.notifier.storm")
public interface StormConfig {

    /** Whether deliveries may share a mail at all; without it each is a mail of its own, however many there are. */
    @WithDefault("true")
    boolean digests();

    /** Beyond so many deliveries to one recipient within the window a digest takes over, until there are fewer again. */
    @WithDefault("20")
    @Positive
    int mails();

    @WithDefault("5m")
    Duration window();

    /** How often a recipient gets a digest while one is needed. */
    @WithDefault("2m")
    Duration digestEvery();

    /** Most deliveries in one mail; what is beyond goes in the next, at once. */
    @WithDefault("1000")
    @Positive
    int deliveriesPerDigest();
}
