package io.tocsin.alerts.evaluation;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

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
    private final BackgroundDuty duty = new BackgroundDuty("clearing of alerts");

    Clearing(Pool pool, DueAlertStore due, Announcer announcer, AlertCounters counters, Clock clock) {
        this.pool = pool;
        this.due = due;
        this.announcer = announcer;
        this.counters = counters;
        this.clock = clock;
    }

    @Scheduled(identity = "clearing", every = "${tocsin.alerts.evaluation.clear-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return duty.attempt(clearDue());
    }

    /** Clears all that is due, and tells how many alerts that were. */
    public Uni<Integer> clearDue() {
        return pool.withTransaction(this::clearSome)
                .chain(cleared -> cleared == 0 ? Uni.createFrom().item(0) : goOn(cleared));
    }

    private Uni<Integer> goOn(int cleared) {
        counters.cleared(cleared);
        announcer.committed();
        return clearDue().map(more -> more + cleared);
    }

    private Uni<Integer> clearSome(SqlConnection transaction) {
        return due.clear(transaction, clock.instant())
                .call(cleared -> announcer.announce(transaction, cleared))
                .map(List::size);
    }
}
