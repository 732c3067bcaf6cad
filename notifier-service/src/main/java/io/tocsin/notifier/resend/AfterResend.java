package io.tocsin.notifier.resend;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.notifier.delivery.DeliveryMetrics;
import io.tocsin.notifier.delivery.Dispatcher;
import io.tocsin.notifier.trail.Trail;

/** What must not wait for the next poll. */
@ApplicationScoped
class AfterResend {

    private final DeliveryMetrics metrics;
    private final Dispatcher dispatcher;
    private final Trail trail;

    AfterResend(DeliveryMetrics metrics, Dispatcher dispatcher, Trail trail) {
        this.metrics = metrics;
        this.dispatcher = dispatcher;
        this.trail = trail;
    }

    void committed(int deliveries) {
        if (deliveries > 0) {
            metrics.resent(deliveries);
            dispatcher.wake();
            trail.wake();
        }
    }
}
