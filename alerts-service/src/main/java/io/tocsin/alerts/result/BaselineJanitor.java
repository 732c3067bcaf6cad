package io.tocsin.alerts.result;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.BackgroundDuty;
import io.vertx.mutiny.sqlclient.Pool;

/** Deletes the baselines of sources which left their test, or of metrics which no rule asks for any more. */
@ApplicationScoped
public class BaselineJanitor {

    /** Nothing older than 24 hours is ever asked for (wire/thousandeyes.md §4.6); the rest is for results on their way. */
    private static final Duration USEFUL = Duration.ofDays(2);
    private static final int AT_ONCE = 1_000;

    private final Pool pool;
    private final BaselineStore store;
    private final Clock clock;
    private final BackgroundDuty duty = new BackgroundDuty("forgetting of baselines");

    BaselineJanitor(Pool pool, BaselineStore store, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(identity = "baseline janitor", every = "${tocsin.alerts.results.forget-baselines-every:1h}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return duty.attempt(forgetOld());
    }

    /** Deletes all that is old enough, and tells how many baselines that were. */
    public Uni<Integer> forgetOld() {
        return store.forget(pool, clock.instant().minus(USEFUL), AT_ONCE)
                .chain(gone -> gone < AT_ONCE ? Uni.createFrom().item(gone) : forgetOld().map(more -> more + gone));
    }
}
