package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes the leases of this replica. */
@ApplicationScoped
class Leases {

    private final Replica replica;
    private final Clock clock;
    private final Duration length;

    Leases(Replica replica, Clock clock, DispatchConfig config) {
        this.replica = replica;
        this.clock = clock;
        this.length = config.lease();
    }

    Lease fromNow() {
        var now = clock.instant();
        return new Lease(replica.name(), now, now.plus(length));
    }
}
