package io.tocsin.http.limits;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many calls are let in. Periods begin at whole multiples of their length, for everybody at the same time. */
@ConfigMapping(prefix = "tocsin.limits")
public interface LimitsConfig {

    /** Whether calls are counted at all. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Among how many replicas a limit is divided. Each counts for itself. With 1, n replicas together let in up to n times the
     * limit; with n, never more than the limit, and less when calls are not spread evenly.
     */
    @WithDefault("1")
    @Positive
    int replicas();

    /** Of how many organizations and credentials is known what they used. Beyond it those which called least are forgotten. */
    @WithDefault("100000")
    @Positive
    int remembered();

    Ingest ingest();

    Read read();

    /** Events brought in. */
    interface Ingest {

        /** All credentials of one organization together; Datadog's own limit. */
        @WithDefault("250000")
        @Positive
        long organization();

        /** One credential; lower than the organization's, it keeps one sender from using up what is there for all. */
        @WithDefault("250000")
        @Positive
        long credential();

        @WithDefault("60s")
        Duration period();
    }

    /** Calls which read. */
    interface Read {

        /** All credentials of one organization together; what Datadog was seen to grant. */
        @WithDefault("12000")
        @Positive
        long organization();

        /** One credential. */
        @WithDefault("12000")
        @Positive
        long credential();

        @WithDefault("60s")
        Duration period();
    }
}
