package io.tocsin.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** What happens by the clock: looking for due deliveries, and keeping the leases of those under way. */
@ApplicationScoped
class DispatchTimer {

    private final Dispatcher dispatcher;
    private final ClaimStore claims;
    private final DispatchConfig config;

    DispatchTimer(Dispatcher dispatcher, ClaimStore claims, DispatchConfig config) {
        this.dispatcher = dispatcher;
        this.claims = claims;
        this.config = config;
    }

    @Scheduled(identity = "dispatch", every = "${tocsin.notifier.dispatch.poll}")
    void poll() {
        dispatcher.wake();
    }

    @Scheduled(identity = "lease-renewal", every = "${tocsin.notifier.dispatch.lease-renewal}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        var underWay = dispatcher.underWay();
        if (underWay.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return claims.renew(underWay)
                .onFailure()
                .invoke(failure -> Log.warnf("dispatcher: cannot renew %d leases: %s", underWay.size(), failure))
                .onFailure()
                .recoverWithNull();
    }

    void farewell(@Observes ShutdownEvent event) {
        if (!dispatcher.stop(config.farewell())) {
            Log.warnf("dispatcher: stopped while %d deliveries were on their way; they are sent again after their lease",
                    dispatcher.underWay().size());
        }
    }
}
