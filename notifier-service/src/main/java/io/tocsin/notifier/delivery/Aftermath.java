package io.tocsin.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.suppression.RefusedAddresses;

/** What follows from a recorded settlement: figures, a line in the log, and no more mail to an address which does not exist. */
@ApplicationScoped
class Aftermath {

    private final DeliveryMetrics metrics;
    private final RefusedAddresses refused;
    private final Transports transports;

    Aftermath(DeliveryMetrics metrics, RefusedAddresses refused, Transports transports) {
        this.metrics = metrics;
        this.refused = refused;
        this.transports = transports;
    }

    /** @param held whether the delivery moved by it */
    Uni<Void> of(Settlement settlement, boolean held) {
        var delivery = settlement.delivery();
        if (held) {
            metrics.settled(settlement);
            Log.debugf("delivery: id=%s attempt=%d %s", delivery.id(), delivery.number(), settlement.word());
        } else {
            Log.warnf("delivery: id=%s attempt=%d ended as %s after its lease; another replica may have sent a copy",
                    delivery.id(), delivery.number(), settlement.word());
        }
        return settlement.outcome() instanceof Outcome.Refused refusal && refusal.stage() == Stage.RCPT
                ? learn(delivery, refusal.reply())
                : Uni.createFrom().voidItem();
    }

    /** The next refusal tells the same once more. */
    private Uni<Void> learn(Claimed delivery, Reply reply) {
        return refused.learn(delivery.id(), reply.enhancedCode(), reply.text(), transports.of(delivery).relay().orElse(""))
                .onFailure()
                .invoke(failure -> Log.warnf("delivery: id=%s cannot put its address on the suppression list: %s", delivery
                        .id(),
                        failure))
                .onFailure()
                .recoverWithNull();
    }
}
