package io.tocsin.events.detection.run;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

/**
 * Whether the organizations of this replica are judged in time. It says nothing about whether the replica may be called: that events are
 * detected late is no reason to take none.
 */
@Wellness
@Singleton
class DetectionCheck implements HealthCheck {

    private static final long LATE_SECONDS = 600;

    private final DetectionMeters meters;

    DetectionCheck(DetectionMeters meters) {
        this.meters = meters;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event detection")
                .status(meters.lagSeconds() < LATE_SECONDS)
                .withData("lag seconds", meters.lagSeconds())
                .withData("organizations", meters.leases())
                .build();
    }
}
