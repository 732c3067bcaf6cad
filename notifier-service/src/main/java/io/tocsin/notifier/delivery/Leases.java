package io.tocsin.notifier.delivery;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.notifier.smtp.SmtpRelay;

/** Makes the leases of this replica. */
@ApplicationScoped
class Leases {

    private final Replica replica;
    private final SmtpRelay relay;
    private final Clock clock;
    private final Duration length;

    Leases(Replica replica, SmtpRelay relay, Clock clock, DispatchConfig config) {
        this.replica = replica;
        this.relay = relay;
        this.clock = clock;
        this.length = config.lease();
    }

    Lease fromNow() {
        var now = clock.instant();
        return new Lease(replica.name(), relay.address(), now, now.plus(length));
    }
}
