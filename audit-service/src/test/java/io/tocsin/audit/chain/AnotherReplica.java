package io.tocsin.audit.chain;

import java.time.Clock;

import jakarta.inject.Singleton;

/** Writes to the chains of the same database, with lines of its own. */
@Singleton
public class AnotherReplica {

    private final Growth growth;

    AnotherReplica(ChainStore store, Clock clock) {
        growth = new Growth(store, new Lines(), clock);
    }

    public Growth growth() {
        return growth;
    }
}
