package io.tocsin.events.detection.lease;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Whose results are judged, and by whom. */
@ConfigMapping(prefix = "tocsin.detection")
public interface LeaseConfig {

    /** Whether events are detected, in all organizations about which {@code organizations} says nothing. */
    @WithDefault("true")
    boolean enabled();

    /** By organization: {@code tocsin.detection.organizations."acme".enabled=false}. */
    Map<String, Organization> organizations();

    /** How long a replica which is not heard of any more keeps its organizations. */
    @WithName("lease")
    @WithDefault("10s")
    Duration leaseTime();

    /** How often leases are renewed and organizations looked at, {@code off} for never; a fraction of {@code lease}. */
    @WithDefault("2s")
    String poll();

    /** Organizations which a replica takes at once, so that several which start together share them. */
    @WithDefault("4")
    @Positive
    int claims();

    /** What one organization has otherwise. */
    interface Organization {

        boolean enabled();
    }
}
