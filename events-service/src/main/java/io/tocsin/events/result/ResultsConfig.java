package io.tocsin.events.result;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How test results are taken in and kept. */
@ConfigMapping(prefix = "tocsin.events.results")
public interface ResultsConfig {

    /** Most results in one call; they are one statement, and one that is too long keeps the others waiting. */
    @WithDefault("5000")
    @Positive
    int maxPerCall();

    /** Most bytes of one result as JSON; a path with all its hops has a few thousand. */
    @WithDefault("100000")
    @Positive
    int maxSize();

    /** Results which may wait for their commit; beyond it calls are refused, so that memory stays bounded whatever the load. */
    @WithDefault("20000")
    @Positive
    int capacity();

    /** How long a caller waits for the commit before it is told that the database does not answer. */
    @WithDefault("5s")
    Duration patience();

    /** How long results are kept after their round; at least the 31 days by which one may be late. */
    @WithDefault("40d")
    Duration keep();
}
