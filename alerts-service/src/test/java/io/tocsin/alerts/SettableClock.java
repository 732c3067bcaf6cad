package io.tocsin.alerts;

import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.tocsin.test.StandingClock;

/** The service's clock in tests. */
@Alternative
@Priority(1)
@Singleton
public class SettableClock extends StandingClock {

    SettableClock() {
        super(Instant.parse("2026-03-01T12:00:00Z"));
    }
}
