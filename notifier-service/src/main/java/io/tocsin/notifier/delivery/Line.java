package io.tocsin.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Claims due deliveries of one transport, some more than it has connections, and sends each when its turn comes. Under load it claims
 * many at once; when it is idle, each as soon as it is known.
 */
final class Line {

    private final Transport transport;
    private final Channel channel;
    private final Desk desk;
    private final ClaimStore claims;
    private final Courier courier;
    private final Rounds rounds;
    private final Turn turn = new Turn();
    private final Horizon horizon;
    private final AtomicBoolean everything = new AtomicBoolean(true);
    private final AtomicInteger beginnings = new AtomicInteger();
    private volatile boolean moreIsDue;
    private volatile boolean stopped;

    Line(Transport transport, Channel channel, Desk desk, ClaimStore claims, Courier courier) {
        this.transport = transport;
        this.channel = channel;
        this.desk = desk;
        this.claims = claims;
        this.courier = courier;
        this.horizon = new Horizon(desk.clock());
        this.rounds = new Rounds("dispatcher: claim of channel " + transport.channel(), this::claim);
    }

    /** Anything may be due. Returns at once. */
    void wake() {
        everything.set(true);
        rounds.call();
    }

    String channel() {
        return transport.channel();
    }

    Set<UUID> held() {
        return desk.held();
    }

    /** Claims nothing more and waits for what is on its way; false when that took too long. */
    boolean stop(Duration patience) {
        stopped = true;
        try {
            return desk.awaitEmpty(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Claims as part of the transaction which accepts deliveries, so that one commit records both; they are sent after it. What finds no
     * place now is claimed after it.
     */
    Uni<Void> claimIn(SqlConnection transaction) {
        return beginTurn()
                .map(allowance -> claimIn(transaction, allowance))
                .orElseGet(() -> wakeAfter(transaction));
    }

    private Uni<Void> claimIn(SqlConnection transaction, Allowance allowance) {
        return claims.claim(transaction, transport, allowance)
                .invoke(claimed -> transaction.transaction()
                        .completion()
                        .subscribe()
                        .with(committed -> taken(claimed, allowance), rolledBack -> endTurn()))
                .onFailure()
                .invoke(this::endTurn)
                .replaceWithVoid();
    }

    private Uni<Void> wakeAfter(SqlConnection transaction) {
        transaction.transaction()
                .completion()
                .subscribe()
                .with(committed -> rounds.call(), rolledBack -> Log.debugf("dispatcher: rolled back: %s", rolledBack));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> claim() {
        return beginTurn()
                .map(this::claim)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> claim(Allowance allowance) {
        return claims.claim(transport, allowance)
                .invoke(claimed -> taken(claimed, allowance))
                .onFailure()
                .invoke(this::endTurn)
                .replaceWithVoid();
    }

    /** What may be claimed now, empty when nothing may or somebody else claims. */
    private Optional<Allowance> beginTurn() {
        if (stopped || !turn.begin()) {
            return Optional.empty();
        }
        var allowance = allowance();
        if (allowance.deliveries() > 0) {
            return Optional.of(allowance);
        }
        moreIsDue = true;
        endTurn();
        return Optional.empty();
    }

    private void taken(List<Claimed> claimed, Allowance allowance) {
        moreIsDue = allowance.mayHaveLeftSome(claimed);
        horizon.claimed(allowance, claimed);
        desk.add(claimed);
        endTurn();
        begin();
    }

    private void endTurn() {
        if (turn.end()) {
            rounds.call();
        }
    }

    private Allowance allowance() {
        if (everything.getAndSet(false)) {
            horizon.forget();
        }
        return horizon.allowance(channel.admits(desk.room(), desk.held().size()), desk.rooms(), desk.roomOfOthers());
    }

    /** One thread at a time, which goes on for those who call meanwhile: what ends at once would call itself deeper and deeper. */
    private void begin() {
        if (beginnings.getAndIncrement() > 0) {
            return;
        }
        for (var seen = 1; seen > 0; seen = beginnings.addAndGet(-seen)) {
            desk.begin().forEach(this::begin);
        }
    }

    private void begin(Claimed delivery) {
        courier.deliver(delivery)
                .invoke(settlement -> attempted(delivery))
                .chain(courier::record)
                .subscribe()
                .with(awaited -> finished(delivery, awaited), failure -> lost(delivery, failure));
    }

    /** Its connection is free, and does not wait for a commit. What is at hand begins; more is claimed in time, but not for each. */
    private void attempted(Claimed delivery) {
        var hungry = desk.attempted(delivery);
        begin();
        if (moreIsDue && hungry) {
            rounds.call();
        }
    }

    private void finished(Claimed delivery, boolean awaited) {
        desk.finished(delivery);
        if (awaited) {
            wake();
        } else if (moreIsDue && desk.held().isEmpty()) {
            rounds.call();
        }
    }

    private void lost(Claimed delivery, Throwable failure) {
        Log.errorf(failure,
                "delivery: id=%s attempt=%d has an answer that could not be recorded; it is sent again after its lease",
                delivery.id(), delivery.number());
        finished(delivery, true);
    }
}
