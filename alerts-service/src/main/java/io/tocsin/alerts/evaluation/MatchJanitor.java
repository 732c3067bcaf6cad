package io.tocsin.alerts.evaluation;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Deletes matches which no evaluation will ask for again. */
@ApplicationScoped
public class MatchJanitor {

    private final Pool pool;
    private final MatchStore store;
    private final EvaluationConfig config;
    private final Clock clock;
    private final BackgroundDuty duty = new BackgroundDuty("forgetting of matches");

    MatchJanitor(Pool pool, MatchStore store, EvaluationConfig config, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(identity = "match janitor", every = "${tocsin.alerts.evaluation.forget-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return duty.attempt(forgetOld());
    }

    /** Deletes all that is old enough, and tells how many matches that were. */
    public Uni<Integer> forgetOld() {
        var since = clock.instant().minus(config.keep());
        return pool.withTransaction(transaction -> store.forget(transaction, since, config.forgetBatch()))
                .chain(deleted -> deleted < config.forgetBatch()
                        ? Uni.createFrom().item(deleted)
                        : forgetOld().map(more -> more + deleted));
    }
}
