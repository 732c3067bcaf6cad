package io.tocsin.benchmarks.workbench;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Ids of messages as the services make them, UUIDs of version 7: in an index new ones stand together. */
public final class MessageIds {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private MessageIds() {}

    public static UUID next() {
        var random = ThreadLocalRandom.current();
        return new UUID(System.currentTimeMillis() << 16 | VERSION | random.nextInt(0x1000), VARIANT | random.nextLong() >>> 2);
    }
}
