package io.tocsin.events.detection.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.detection.lease.Leases;
import io.tocsin.events.detection.ledger.Move;
import io.tocsin.events.detection.run.Desk.Outcome;
import io.tocsin.events.record.OwnEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Writes what a turn came to, all or nothing: how far it is, detected events, canonical events, and the messages about them. Refused
 * when the lease was lost.
 */
@Singleton
class OutcomeWriter {

    private final Pool pool;
    private final Leases leases;
    private final Stores stores;
    private final Tellers tellers;
    private final Clock clock;

    OutcomeWriter(Pool pool, Leases leases, Stores stores, Tellers tellers, Clock clock) {
        this.pool = pool;
        this.leases = leases;
        this.stores = stores;
        this.tellers = tellers;
        this.clock = clock;
    }

    Uni<Void> write(Outcome outcome) {
        return Uni.createFrom().deferred(() -> write(outcome, new ArrayList<>()));
    }

    private Uni<Void> write(Outcome outcome, List<OwnEvent> recorded) {
        return pool.withTransaction(transaction -> leases.require(transaction, outcome.lease())
                .chain(() -> advance(transaction, outcome))
                .chain(() -> each(transaction, outcome, recorded))
                .chain(() -> tellers.events().record(transaction, recorded)))
                .invoke(() -> tellers.committed(recorded));
    }

    private Uni<Void> advance(SqlConnection transaction, Outcome outcome) {
        var organization = outcome.organization();
        var progress = stores.progress();
        var kept = outcome.progress().isBegun() ? outcome.kept() : List.<Integer>of();
        return progress.advance(transaction, organization, outcome.progress())
                .chain(() -> progress.forget(transaction, organization, outcome.news()))
                .chain(() -> progress.thinOut(transaction, organization, kept))
                .chain(() -> outcome.progress().isBegun()
                        ? progress.keep(transaction, organization, outcome.fresh())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> each(SqlConnection transaction, Outcome outcome, List<OwnEvent> recorded) {
        return Multi.createFrom()
                .iterable(outcome.moves())
                .onItem()
                .transformToUniAndConcatenate(move -> save(transaction, outcome.organization(), move, recorded))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> save(SqlConnection transaction, String organization, Move move, List<OwnEvent> recorded) {
        var event = move.after();
        return stores.told()
                .save(transaction, organization, event, clock.instant())
                .call(() -> move.movesFlows()
                        ? stores.flows().save(transaction, organization, event)
                        : Uni.createFrom().voidItem())
                .chain(version -> tell(transaction, organization, move, version, recorded));
    }

    /** Most changes are of no interest to anybody: an event goes on. */
    private Uni<Void> tell(SqlConnection transaction, String organization, Move move, int version, List<OwnEvent> recorded) {
        var groups = move.after().accountGroups();
        if (move.tidings().isEmpty() && groups.stream().noneMatch(move::isHeardIn)) {
            return Uni.createFrom().voidItem();
        }
        return stores.facts()
                .of(transaction, organization, move.after())
                .invoke(facts -> recorded.addAll(tellers.canonical().of(organization, move, facts)))
                .chain(facts -> tellers.outbox()
                        .append(transaction, tellers.notifications().of(organization, move, version, facts)));
    }
}
