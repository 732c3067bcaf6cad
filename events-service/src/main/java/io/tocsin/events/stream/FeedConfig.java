package io.tocsin.events.stream;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the live feed reads and whom it waits for. */
@ConfigMapping(prefix = "tocsin.events.stream")
public interface FeedConfig {

    /** Listeners at once on one replica; one more is answered 503. */
    @WithDefault("10000")
    @Positive
    int maxListeners();

    /** How often new events are looked for when no commit of this replica says that there are some. */
    @WithDefault("250ms")
    Duration poll();

    /** Shortest time from one look to the next, so that a busy replica reads in batches. */
    @WithDefault("20ms")
    Duration rest();

    /** Most rows of one read. */
    @WithDefault("256")
    @Positive
    @Max(10_000)
    int batchSize();

    /** Reads under way at once for listeners who catch up; the others wait their turn, and ingest keeps its connections. */
    @WithDefault("4")
    @Positive
    int catchUps();

    /** Bytes which may wait for one connection; a listener behind which more piles up reads from the database when it can go on. */
    @WithDefault("65536")
    @Positive
    int bufferSize();

    /** Silence after which a listener is sent a sign of life and its place. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a connection may take nothing before it is told that it is too slow, and then is cut. */
    @WithDefault("30s")
    Duration patience();

    /** How often it is checked that the credential of a listener is still valid; so long a revoked one still hears. */
    @WithDefault("60s")
    Duration credentialCheck();

    /** Pause before a read is tried again that failed. */
    @WithDefault("1s")
    Duration retryDelay();

    /** What clients are told to wait before they come back; each gets a time between this and three times this. */
    @WithDefault("1s")
    Duration comeBack();
}
