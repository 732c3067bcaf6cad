package io.tocsin.database;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.flywaydb.core.Flyway;

/** Started means: every migration of this release was applied, by this process or by a job before it. */
@Startup
@Singleton
class MigrationsDone implements HealthCheck {

    private final Flyway flyway;
    private volatile boolean done;

    MigrationsDone(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        done = done || flyway.info().pending().length == 0;
        return HealthCheckResponse.named("migrations done").status(done).build();
    }
}
