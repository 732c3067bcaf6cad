package io.tocsin.http.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Goes in microseconds, as exact as PostgreSQL keeps times: what was stored equals what is read back. {@link Clock#tick} is no way
 * to have it, since the {@code millis()} of its clocks divides by zero when they tick more often than that.
 */
final class MicrosecondClock extends Clock {

    private final Clock exact;

    MicrosecondClock(Clock exact) {
        this.exact = exact;
    }

    @Override
    public Instant instant() {
        return exact.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public long millis() {
        return exact.millis();
    }

    @Override
    public ZoneId getZone() { return exact.getZone(); }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MicrosecondClock(exact.withZone(zone));
    }
}
