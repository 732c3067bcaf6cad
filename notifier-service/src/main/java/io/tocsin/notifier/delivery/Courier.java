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
    private final Aftermath aftermath;

    Courier(Gate gate, Channels channels, Judge judge, Ledger ledger, Aftermath aftermath) {
        this.gate = gate;
        this.channels = channels;
        this.judge = judge;
        this.ledger = ledger;
        this.aftermath = aftermath;
    }

    /** Makes the attempt. What came of it is not recorded yet. */
    Uni<Settlement> deliver(Claimed delivery) {
        return attempt(delivery)
                .onFailure()
                .recoverWithItem(failure -> unexpected(delivery, failure))
                .map(outcome -> judge.settle(delivery, outcome));
    }

    private Uni<Outcome> attempt(Claimed delivery) {
        return channels.of(delivery.channel())
                .objection()
                .map(objection -> Uni.createFrom().<Outcome>item(objection))
                .orElseGet(() -> Uni.createFrom().deferred(() -> gate.send(delivery)));
    }

    /** Tells whether deliveries wait which follow it. */
    Uni<Boolean> record(Settlement settlement) {
        return ledger.record(settlement)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .expireIn(PATIENCE.toMillis())
                .call(recorded -> aftermath.of(settlement, recorded.held()))
                .map(Ledger.Recorded::awaited);
    }

    private static Outcome unexpected(Claimed delivery, Throwable failure) {
        Log.errorf(failure, "delivery: id=%s attempt=%d failed on our side, before the receiver could answer", delivery.id(),
                delivery.number());
        return Outcome.TryAgain.because(failure.toString());
    }
}
