package io.tocsin.events.receipt;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

/**
 * Ids which rise with time: milliseconds since 2010 above 22 low bits, which start at random in each millisecond and then rise by
 * 1024, so that they stay different for those who keep the numbers of JSON in doubles, as JavaScript does.
 * That leaves 41 bits of milliseconds, enough until 2079; Datadog's own 24 low bits would run over in 2027. Two replicas under
 * full load, ten events a millisecond each, meet about once in three minutes; the primary key notices, and the later event gets
 * another id. The time in an id is that of the receipt, and after it only while a clock that was set back catches up: by it the
 * table is cut into partitions.
 */
@Singleton
public class EventIds {

    static final int LOW_BITS = 22;
    static final long EPOCH = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();

    /** Doubles of this size are 512 apart, and 1024 from 2044 on. */
    private static final int STEP = 1024;

    private static final Instant FIRST = Instant.ofEpochMilli(EPOCH);
    private static final Instant END = Instant.ofEpochMilli(EPOCH + (1L << 63 - LOW_BITS));

    private final AtomicLong last = new AtomicLong();

    public long next(Instant now) {
        var millis = now.toEpochMilli() - EPOCH;
        var fresh = millis << LOW_BITS | ThreadLocalRandom.current().nextInt(1 << LOW_BITS);
        return last.updateAndGet(previous -> previous >> LOW_BITS >= millis ? previous + STEP : fresh);
    }

    /** Not greater than any id made at this time or later, and greater than all made before; of any time whatever. */
    public static long floor(Instant time) {
        if (time.isBefore(FIRST)) {
            return 0;
        }
        return time.isBefore(END) ? time.toEpochMilli() - EPOCH << LOW_BITS : Long.MAX_VALUE;
    }

    /** The millisecond in which it was made. */
    public static Instant timeOf(long id) {
        return Instant.ofEpochMilli((id >> LOW_BITS) + EPOCH);
    }
}
