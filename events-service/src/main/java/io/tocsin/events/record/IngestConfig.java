package io.tocsin.events.record;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are taken in. The defaults are those which docs/benchmarks.md measured as best. */
@ConfigMapping(prefix = "tocsin.events.ingest")
public interface IngestConfig {

    /** Most events in one statement. */
    @WithDefault("512")
    @Positive
    @Max(10_000)
    int batchSize();

    /** Statements under way at once; more than two make batches smaller and slower. */
    @WithDefault("2")
    @Positive
    int batchesInFlight();

    /** Events which may wait for their batch; one more is refused, so that memory stays bounded whatever the load. */
    @WithDefault("10000")
    @Positive
    int queueCapacity();

    /** How long a caller waits for the commit before it is told that the database does not answer. */
    @WithDefault("5s")
    Duration patience();

    /** Pause before a batch is tried again after the database went away. */
    @WithDefault("100ms")
    Duration retryDelay();
}
