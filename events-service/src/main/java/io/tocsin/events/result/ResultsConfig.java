package io.tocsin.events.result;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How test results are taken in and kept. */
@ConfigMapping(prefix = "tocsin.events.results")
public interface ResultsConfig {

    /**
     * Most results in one call; they are one statement, and one that is too long keeps the others waiting. More than the 8192 points
     * which an OpenTelemetry Collector sends at once.
     */
    @WithDefault("10000")
    @Positive
    int maxPerCall();

    /** Most bytes of one result as JSON; a path with all its hops has a few thousand. */
    @WithDefault("100000")
    @Positive
    int maxSize();

    /** Most results in one statement, unless a single call has more. */
    @WithDefault("1000")
    @Positive
    int batchSize();

    /** Statements under way at once, each on a connection of the same pool which events use. */
    @WithDefault("2")
    @Positive
    int batchesInFlight();

    /** Threads which read bodies; it is computing, so more than there are processors are of no use. */
    @WithDefault("2")
    @Positive
    int readers();

    /** Most bytes of bodies which may wait for a reader; beyond it calls are refused. */
    @WithDefault("64000000")
    @Positive
    long readingRoom();

    /** Results which may wait for their commit; beyond it calls are refused, so that memory stays bounded whatever the load. */
    @WithDefault("40000")
    @Positive
    int capacity();

    /** How long a caller waits for the commit before it is told that the database does not answer. */
    @WithDefault("5s")
    Duration patience();

    /** How long results are kept after their round; at least the 31 days by which one may be late. */
    @WithDefault("40d")
    Duration keep();
}
