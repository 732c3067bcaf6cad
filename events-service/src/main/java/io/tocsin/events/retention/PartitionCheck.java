package io.tocsin.events.retention;

import java.time.Clock;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that there are partitions for the events of this moment. They are made weeks ahead, so a service that becomes unready
 * by this has failed to make them for as long; the metric tells it much earlier.
 */
@Readiness
@Singleton
class PartitionCheck implements HealthCheck {

    private final PartitionMeters meters;
    private final Clock clock;

    PartitionCheck(PartitionMeters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var until = meters.coveredUntil();
        return HealthCheckResponse.named("partitions for events")
                .status(until.filter(end -> end.isAfter(clock.instant())).isPresent())
                .withData("until", until.map(Object::toString).orElse("not known yet"))
                .build();
    }
}
