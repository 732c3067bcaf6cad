package io.tocsin.alerts.result;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertCounters;
import io.tocsin.alerts.evaluation.Announcement;
import io.tocsin.alerts.evaluation.Announcer;
import io.tocsin.alerts.result.ResultAlertStore.Place;
import io.tocsin.model.TimeOrderedId;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Lets alerts follow what a batch found, and announces those which opened or cleared. */
@ApplicationScoped
class ResultAlerts {

    private final ResultAlertStore store;
    private final ResultAlertWriter writer;
    private final Announcer announcer;
    private final AlertCounters counters;
    private final Clock clock;

    ResultAlerts(ResultAlertStore store, ResultAlertWriter writer, Announcer announcer, AlertCounters counters, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.announcer = announcer;
        this.counters = counters;
        this.clock = clock;
    }

    /** Ends, without telling anybody, what is open at these places. */
    Uni<Void> letGo(SqlConnection transaction, List<Place> places) {
        return places.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.letGo(transaction, places, clock.instant()).invoke(counters::disabled).replaceWithVoid();
    }

    Uni<Void> follow(SqlConnection transaction, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.load(transaction, findings)
                .map(stored -> findings.stream()
                        .map(finding -> Changes.of(finding,
                                stored.getOrDefault(new Place(finding.rule().id(), finding.key()), List.of()),
                                TimeOrderedId::at))
                        .toList())
                .chain(changes -> apply(transaction, changes));
    }

    /** What is withdrawn is told of while its sources are still there. */
    private Uni<Void> apply(SqlConnection transaction, List<Changes> all) {
        var withdrawn = all.stream().flatMap(changes -> changes.withdrawn().stream()).toList();
        var alerts = all.stream().flatMap(changes -> changes.alerts().stream()).toList();
        counters.opened(alerts.stream().filter(AlertChange::isNew).count());
        counters.cleared(alerts.stream().filter(AlertChange::hasCleared).count());
        return announcer.announce(transaction, all.stream().flatMap(this::withdrawals).toList())
                .chain(() -> writer.withdraw(transaction, withdrawn.stream().map(Stored::id).toList()))
                .chain(() -> writer.write(transaction, alerts))
                .chain(() -> announcer.announce(transaction, alerts.stream().flatMap(ResultAlerts::moves).toList()));
    }

    private Stream<Announcement> withdrawals(Changes changes) {
        return changes.withdrawn()
                .stream()
                .filter(Stored::isOpen)
                .map(stored -> Announcement.cleared(changes.finding().rule().rule(), stored.id(),
                        Instant.ofEpochSecond(stored.start()), clock.instant(), changes.finding().batch().cause()));
    }

    static Stream<Announcement> moves(AlertChange change) {
        var rule = change.finding().rule().rule();
        var cause = change.finding().batch().cause();
        var start = Instant.ofEpochSecond(change.now().start());
        var moves = Stream.<Announcement>builder();
        if (change.isMuted()) {
            return moves.build();
        }
        if (change.hasTriggered()) {
            moves.add(Announcement.triggered(rule, change.id(), start, cause));
        }
        if (change.hasCleared()) {
            moves.add(Announcement.cleared(rule, change.id(), start, Instant.ofEpochSecond(change.now().end()), cause));
        }
        return moves.build();
    }
}
