package io.tocsin.events.result;

import java.time.Instant;

/** Minutes since 1970. Event detection judges results by the minute in which their round began. */
public final class Minutes {

    private static final long SECONDS = 60;

    private Minutes() {}

    public static int of(Instant time) {
        return of(time.getEpochSecond());
    }

    public static int of(long epochSecond) {
        return (int) (epochSecond / SECONDS);
    }

    public static Instant begin(int minute) {
        return Instant.ofEpochSecond(minute * SECONDS);
    }
}
