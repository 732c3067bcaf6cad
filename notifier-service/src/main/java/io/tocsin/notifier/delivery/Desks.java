package io.tocsin.notifier.delivery;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes the desk of each transport. */
@ApplicationScoped
class Desks {

    private final DomainConfig config;
    private final Clock clock;

    Desks(DomainConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Desk of(Transport transport) {
        return new Desk(transport.connections(), new DomainLimits(config, transport.connections(),
                transport.connectionsPerDomain()), clock);
    }
}
