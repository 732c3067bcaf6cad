package io.tocsin.events.api.dynatrace;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where Dynatrace's documents contradict each other, or its clients them. */
@ConfigMapping(prefix = "tocsin.events.dynatrace")
public interface DynatraceConfig {

    /** Events of one page of the feed; 150 in all newer documents, 500 in the first. */
    @WithDefault("150")
    @Positive
    @Max(1000)
    int feedPageSize();

    /** How far the feed reaches back when the caller does not say; a day or an hour in the first documents. */
    @WithDefault("30d")
    Duration feedWindow();

    /** Where the number of all events of a list stops; beyond it the number says "at least". */
    @WithDefault("100000")
    @Positive
    long countUpTo();

    /**
     * Whether a push to version 1 needs every field that is documented as required for its event type. Some old tools leave
     * fields out, so that the default takes what they send.
     */
    @WithDefault("false")
    boolean strictPush();

    /** How many entities one call may post an event about. */
    @WithDefault("1000")
    @Positive
    @Max(10_000)
    int entitiesPerPost();

    /** How many entities an entity selector may find when events are read. */
    @WithDefault("10000")
    @Positive
    @Max(30_000)
    int entitiesPerSelector();
}
