package io.tocsin.events.record;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

/**
 * Ids which rise with time: milliseconds since 2010 above 22 low bits, which start at random in each millisecond and then count.
 * That leaves 41 bits of milliseconds, enough until 2079; Datadog's own 24 low bits would run over in 2027. Two replicas under
 * full load, ten events a millisecond each, meet about once in three minutes; the primary key notices, and {@link BatchWriter}
 * gives the later event another id.
 */
@Singleton
class EventIds {

    static final int LOW_BITS = 22;

    private static final long EPOCH = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();

    private final AtomicLong last = new AtomicLong();

    long next(Instant now) {
        var millis = now.toEpochMilli() - EPOCH;
        var fresh = millis << LOW_BITS | ThreadLocalRandom.current().nextInt(1 << LOW_BITS);
        return last.updateAndGet(previous -> previous >> LOW_BITS >= millis ? previous + 1 : fresh);
    }
}
