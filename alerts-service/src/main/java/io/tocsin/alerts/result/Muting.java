package io.tocsin.alerts.result;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Announcement;
import io.tocsin.alerts.evaluation.Announcer;
import io.tocsin.alerts.evaluation.BackgroundDuty;
import io.tocsin.alerts.result.MutedAlertStore.OpenAlert;
import io.tocsin.alerts.suppression.Suppression;
import io.tocsin.alerts.suppression.SuppressionReader;
import io.tocsin.alerts.suppression.Suppressions;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Mutes open alerts when a real-time suppression window begins, and lets them trigger anew when it ends (wire/thousandeyes.md §3.7), since
 * no result need come then.
 */
@ApplicationScoped
public class Muting {

    private final Pool pool;
    private final MutedAlertStore store;
    private final SuppressionReader windows;
    private final Announcer announcer;
    private final Clock clock;
    private final BackgroundDuty duty = new BackgroundDuty("muting of alerts");

    Muting(Pool pool, MutedAlertStore store, SuppressionReader windows, Announcer announcer, Clock clock) {
        this.pool = pool;
        this.store = store;
        this.windows = windows;
        this.announcer = announcer;
        this.clock = clock;
    }

    @Scheduled(identity = "muting", every = "${tocsin.alerts.results.mute-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return duty.attempt(follow());
    }

    /** Lets all open alerts follow the windows as they are now. */
    public Uni<Void> follow() {
        return store.scopes(pool)
                .onItem()
                .transformToMulti(scopes -> Multi.createFrom().iterable(scopes))
                .onItem()
                .transformToUniAndConcatenate(this::follow)
                .collect()
                .last()
                .invoke(announcer::committed);
    }

    private Uni<Void> follow(Scope scope) {
        return pool.withTransaction(transaction -> windows.read(transaction, scope)
                .chain(suppressions -> store.lock(transaction, scope)
                        .chain(alerts -> follow(transaction, alerts, suppressions))));
    }

    private Uni<Void> follow(SqlConnection transaction, List<OpenAlert> alerts, Suppressions suppressions) {
        var begun = alerts.stream().filter(alert -> !alert.suppressed() && isMuted(alert, suppressions)).toList();
        var over = alerts.stream().filter(alert -> alert.suppressed() && !isMuted(alert, suppressions)).toList();
        return store.mute(transaction, begun)
                .chain(() -> store.unmute(transaction, over))
                .chain(() -> announcer.announce(transaction, over.stream()
                        .map(alert -> Announcement.triggered(alert.rule(), alert.id(), alert.start(), null))
                        .toList()));
    }

    private boolean isMuted(OpenAlert alert, Suppressions suppressions) {
        return suppressions.at(alert.test(), clock.instant()) == Suppression.REAL_TIME;
    }
}
