package io.tocsin.notifier.delivery;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;

/** Brings one claimed delivery to its settlement, by the transport of its channel. */
@ApplicationScoped
class Courier {

    /** For so long a reply that cannot be recorded is kept: a database that comes back sooner costs no copy of the mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Gate gate;
    private final Judge judge;
    private final Channels channels;
    private final Ledger ledger;
    private final DeliveryMetrics metrics;

    Courier(Gate gate, Channels channels, Judge judge, Ledger ledger, DeliveryMetrics metrics) {
        this.gate = gate;
        this.channels = channels;
        this.judge = judge;
        this.ledger = ledger;
        this.metrics = metrics;
    }

    Uni<Void> deliver(Claimed delivery) {
        return attempt(delivery)
                .onFailure()
                .recoverWithItem(failure -> unexpected(delivery, failure))
                .map(outcome -> judge.settle(delivery, outcome))
                .chain(this::record);
    }

    private Uni<Outcome> attempt(Claimed delivery) {
        return channels.of(delivery.channel())
                .objection()
                .map(objection -> Uni.createFrom().<Outcome>item(objection))
                .orElseGet(() -> Uni.createFrom().deferred(() -> gate.send(delivery)));
    }

    private Uni<Void> record(Settlement settlement) {
        return ledger.record(settlement)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .expireIn(PATIENCE.toMillis())
                .invoke(held -> told(settlement, held))
                .replaceWithVoid();
    }

    private void told(Settlement settlement, boolean held) {
        var delivery = settlement.delivery();
        if (held) {
            metrics.settled(settlement);
            Log.debugf("delivery: id=%s attempt=%d %s", delivery.id(), delivery.number(), settlement.word());
        } else {
            Log.warnf("delivery: id=%s attempt=%d ended as %s after its lease; another replica may have sent a copy",
                    delivery.id(), delivery.number(), settlement.word());
        }
    }

    private static Outcome unexpected(Claimed delivery, Throwable failure) {
        Log.errorf(failure, "delivery: id=%s attempt=%d failed on our side, before the receiver could answer", delivery.id(),
                delivery.number());
        return Outcome.TryAgain.because(failure.toString());
    }
}
