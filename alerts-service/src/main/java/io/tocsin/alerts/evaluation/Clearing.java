package io.tocsin.alerts.evaluation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertCounters;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Clears the alerts whose windows have slid away, since no event will come to do it. Every replica looks for them; one rule is in
 * the hands of one of them at a time.
 */
@ApplicationScoped
public class Clearing {

    private final Pool pool;
    private final DueAlertStore due;
    private final Announcer announcer;
    private final AlertCounters counters;
    private final Clock clock;

    Clearing(Pool pool, DueAlertStore due, Announcer announcer, AlertCounters counters, Clock clock) {
        this.pool = pool;
        this.due = due;
        this.announcer = announcer;
        this.counters = counters;
        this.clock = clock;
    }

    @Scheduled(identity = "clearing", every = "${tocsin.alerts.evaluation.clear-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return clearDue()
                .onFailure()
                .invoke(failure -> Log.warnf("clearing: will be tried again at the next tick: %s", failure))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    /** Clears all that is due, and tells how many alerts that were. */
    public Uni<Integer> clearDue() {
        return pool.withTransaction(this::clearSome)
                .invoke(this::committed)
                .chain(cleared -> cleared == 0 ? Uni.createFrom().item(0) : clearDue().map(more -> more + cleared));
    }

    private void committed(int cleared) {
        counters.cleared(cleared);
        announcer.committed();
    }

    private Uni<Integer> clearSome(SqlConnection transaction) {
        return due.clear(transaction, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .call(cleared -> announcer.announce(transaction, cleared))
                .map(List::size);
    }
}
