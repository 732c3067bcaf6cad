package io.tocsin.alerts.result;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.BackgroundDuty;
import io.tocsin.alerts.result.ResultAlertStore.Place;
import io.tocsin.alerts.round.TestLog;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Ends the alerts of tests which fell silent, as somebody disabled or deleted them (wire/thousandeyes.md §4.5 (6)), and in the end
 * forgets these tests. Every replica does it, a few tests at a time.
 */
@ApplicationScoped
public class SilentTests {

    private static final int AT_ONCE = 100;

    private final Pool pool;
    private final SilentTestStore store;
    private final ResultAlerts alerts;
    private final ResultConfig config;
    private final Clock clock;
    private final BackgroundDuty duty = new BackgroundDuty("forgetting of silent tests");

    SilentTests(Pool pool, SilentTestStore store, ResultAlerts alerts, ResultConfig config, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(identity = "silent tests", every = "${tocsin.alerts.results.forget-every:1m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return duty.attempt(endAlerts().chain(this::forget));
    }

    /** Ends the open alerts of all tests which fell silent, and tells how many tests that were. Nobody is told. */
    public Uni<Integer> endAlerts() {
        return pool.withTransaction(this::endSome)
                .chain(ended -> ended < AT_ONCE ? Uni.createFrom().item(ended) : endAlerts().map(more -> more + ended));
    }

    private Uni<Integer> endSome(SqlConnection transaction) {
        return store.lock(transaction, clock.instant().minus(config.silence()), AT_ONCE)
                .chain(silent -> silent.isEmpty()
                        ? Uni.createFrom().item(0)
                        : end(transaction, silent).replaceWith(silent.size()));
    }

    private Uni<Void> end(SqlConnection transaction, Map<TestKey, TestLog> silent) {
        var places = silent.entrySet()
                .stream()
                .flatMap(log -> log.getValue().keepOnly(Map.of()).stream().map(rule -> new Place(rule, log.getKey())))
                .toList();
        return alerts.letGo(transaction, places)
                .chain(() -> store.silence(transaction, silent));
    }

    /** Forgets all tests which are silent for so long that no result of theirs would be taken any more; tells how many. */
    public Uni<Integer> forget() {
        return store.forget(pool, clock.instant().minus(config.keep()), AT_ONCE)
                .chain(gone -> gone < AT_ONCE ? Uni.createFrom().item(gone) : forget().map(more -> more + gone));
    }
}
