package io.tocsin.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.notifier.suppression.Suppressor;

/** Lets a delivery out by the transport of its channel, unless its recipient came onto the suppression list while it waited. */
@ApplicationScoped
class Gate {

    private final Suppressor suppressor;
    private final Transports transports;

    Gate(Suppressor suppressor, Transports transports) {
        this.suppressor = suppressor;
        this.transports = transports;
    }

    Uni<Outcome> send(Claimed delivery) {
        return delivery.listed() ? sendUnlessSuppressed(delivery) : transports.of(delivery).send(delivery);
    }

    private Uni<Outcome> sendUnlessSuppressed(Claimed delivery) {
        return suppressor.beforeSending(delivery.id())
                .chain(reason -> reason
                        .map(word -> Uni.createFrom().item(suppressed(word)))
                        .orElseGet(() -> transports.of(delivery).send(delivery)));
    }

    private static Outcome suppressed(String reason) {
        return Outcome.Suppressed.because("Not sent: the address is on the suppression list (" + reason + ").");
    }
}
