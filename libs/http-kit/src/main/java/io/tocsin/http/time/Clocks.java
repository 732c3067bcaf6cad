package io.tocsin.http.time;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.arc.DefaultBean;

/** The one place which reads the machine's clock. A test replaces it by a bean of its own. */
@Singleton
class Clocks {

    @Produces
    @Singleton
    @DefaultBean
    Clock utc() {
        return new MicrosecondClock(Clock.systemUTC());
    }
}
