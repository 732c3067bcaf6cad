package io.tocsin.http.health;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Ready means that the database answers now. The check which Quarkus brings has no time limit: while every connection is taken,
 * it would hang, and the probe with it.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements AsyncHealthCheck {

    private static final String NAME = "database";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Instance<Pool> pool;

    DatabaseCheck(Instance<Pool> pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.isResolvable()
                ? ask(pool.get())
                : Uni.createFrom().item(HealthCheckResponse.up(NAME));
    }

    private static Uni<HealthCheckResponse> ask(Pool pool) {
        return pool.query("select 1")
                .execute()
                .replaceWith(HealthCheckResponse.up(NAME))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(DatabaseCheck::down);
    }

    private static HealthCheckResponse down(Throwable failure) {
        return HealthCheckResponse.named(NAME).down().withData("reason", String.valueOf(failure.getMessage())).build();
    }
}
