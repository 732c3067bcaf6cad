package io.tocsin.benchmarks.detection.world;

import java.util.random.RandomGenerator;

/** What all agents see of a test on days without faults. */
final class TestWeather {

    private static final double MOST_OF_A_DAY = 20 * 60;

    private final RandomGenerator random;
    final double swing;
    final double swingPhase;
    private final double drift;
    final boolean flapsAlone;
    private final boolean flapsTogether;
    private final double blipRate;
    private boolean down;

    TestWeather(RandomGenerator random) {
        this.random = random;
        swing = random.nextDouble(0, 0.6);
        swingPhase = random.nextDouble(0, 2 * Math.PI);
        drift = random.nextDouble() < 0.1 ? random.nextDouble(0.3, 1.5) : 0;
        flapsAlone = random.nextDouble() < 0.04;
        flapsTogether = random.nextDouble() < 0.025;
        blipRate = 0.05 / (24 * 60);
    }

    /** Grows for most of a day, and starts again. */
    double drift(int minute) {
        return 1 + drift * (minute % MOST_OF_A_DAY) / MOST_OF_A_DAY;
    }

    /** Asked once a round: whether it fails for everybody, as restarts and bad checks do. */
    boolean failsForAll() {
        if (flapsTogether) {
            down = down ? random.nextDouble() < 0.7 : random.nextDouble() < 0.1;
            return down;
        }
        return random.nextDouble() < blipRate;
    }
}
