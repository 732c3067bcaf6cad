package io.tocsin.notifier.delivery;

import java.time.Duration;

/**
 * How many deliveries are held for each connection: as many as keep it busy for longer than a claim takes, by what the last ones took. A
 * slow server gets few, so that other replicas find some; a quick one many, so that a claim and its commit are shared by many. Not for
 * several threads.
 */
final class Foresight {

    static final int LEAST = 4;
    static final int MOST = 32;

    private static final double WORK_MILLIS = 100;
    private static final double WEIGHT = 0.1;

    private double usualMillis = WORK_MILLIS / LEAST;

    void took(Duration time) {
        usualMillis += WEIGHT * (time.toNanos() / 1e6 - usualMillis);
    }

    int perConnection() {
        return (int) Math.max(LEAST, Math.min(MOST, Math.ceil(WORK_MILLIS / usualMillis)));
    }
}
