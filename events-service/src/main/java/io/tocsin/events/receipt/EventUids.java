package io.tocsin.events.receipt;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An event's name for dialects that want a UUID: version 7 (RFC 9562 §5.7), with the id inside, so that the table needs one index
 * for both. The 48 bits of time are the id's, {@code rand_a} and the first ten bits of {@code rand_b} are its low bits, and the
 * other 52 bits are random: the same id made by two replicas gives two names.
 */
public final class EventUids {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RAND_A_BITS = 12;
    private static final int REST_BITS = EventIds.LOW_BITS - RAND_A_BITS;
    private static final int RANDOM_BITS = 62 - REST_BITS;

    private EventUids() {}

    public static UUID of(long id) {
        var millis = EventIds.timeOf(id).toEpochMilli();
        var randA = id >> REST_BITS & mask(RAND_A_BITS);
        var rest = id & mask(REST_BITS);
        var random = ThreadLocalRandom.current().nextLong() & mask(RANDOM_BITS);
        return new UUID(millis << 16 | VERSION | randA, VARIANT | rest << RANDOM_BITS | random);
    }

    /** The id inside, empty for what can be the name of no event. */
    public static OptionalLong idOf(UUID uid) {
        var millis = (uid.getMostSignificantBits() >>> 16) - EventIds.EPOCH;
        if (uid.version() != 7 || uid.variant() != 2 || millis < 0 || millis >> 63 - EventIds.LOW_BITS > 0) {
            return OptionalLong.empty();
        }
        var randA = uid.getMostSignificantBits() & mask(RAND_A_BITS);
        var rest = uid.getLeastSignificantBits() >>> RANDOM_BITS & mask(REST_BITS);
        return OptionalLong.of(millis << EventIds.LOW_BITS | randA << REST_BITS | rest);
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
