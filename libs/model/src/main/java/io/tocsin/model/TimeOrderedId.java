package io.tocsin.model;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** UUIDs of version 7 (RFC 9562 §5.7): their order is the order of time, so that old ones stand together in an index. */
public final class TimeOrderedId {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    public static UUID at(Instant time) {
        var random = ThreadLocalRandom.current();
        return new UUID(milliseconds(time) | VERSION | random.nextInt(0x1000), VARIANT | random.nextLong() >>> 2);
    }

    /** Not greater than any id made at this time or later. */
    public static UUID floor(Instant time) {
        return new UUID(milliseconds(time) | VERSION, VARIANT);
    }

    private static long milliseconds(Instant time) {
        return time.toEpochMilli() << 16;
    }
}
