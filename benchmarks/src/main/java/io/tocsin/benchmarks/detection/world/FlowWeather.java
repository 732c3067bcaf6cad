package io.tocsin.benchmarks.detection.world;

import java.util.random.RandomGenerator;

/** What one agent sees of one test on days without faults. */
final class FlowWeather {

    private static final int PACKETS = 50;
    private static final double DAY_MINUTES = 24 * 60;

    private final RandomGenerator random;
    private final TestWeather test;
    private final double latency;
    private final double jitter;
    private final double failureRate;
    private final double lossRate;
    private final int flapsFrom;
    private int failingRounds;

    /**
     * @param length of the world in minutes; a test which flaps always did, a flow may begin with it at any time
     * @param noise how often it fails by itself, 1 as we imagine it
     */
    FlowWeather(RandomGenerator random, TestWeather test, int length, double noise) {
        this.random = random;
        this.test = test;
        latency = Math.exp(3.5 + 0.8 * random.nextGaussian());
        jitter = random.nextDouble(0.03, 0.12);
        failureRate = Math.min(0.02, noise * 0.0007 * Math.exp(random.nextGaussian()));
        flapsFrom = test.flapsAlone ? 0 : random.nextDouble() < 0.02 ? random.nextInt(length) : Integer.MAX_VALUE;
        lossRate = random.nextDouble() < 0.1 ? 0.02 : 0.002;
    }

    /** Milliseconds: how long packets take at this time of the day, now and then twice as long. */
    double latency(int minute) {
        var load = 1 + test.swing * (1 + Math.sin(2 * Math.PI * minute / DAY_MINUTES + test.swingPhase)) / 2;
        var spike = random.nextDouble() < 0.001 ? random.nextDouble(1.5, 4) : 1;
        return latency * load * test.drift(minute) * spike * Math.exp(jitter * random.nextGaussian());
    }

    /** Percent of {@value #PACKETS} packets. */
    double loss() {
        var dice = random.nextDouble();
        var chance = Math.pow(1 - lossRate, PACKETS);
        var lost = 0;
        while (dice > chance && lost < PACKETS) {
            dice -= chance;
            chance *= (PACKETS - lost) * lossRate / ((lost + 1) * (1 - lossRate));
            lost++;
        }
        return lost * 100.0 / PACKETS;
    }

    /** Whether it fails by itself, which nobody else sees. */
    boolean failsAlone(int minute) {
        if (failingRounds > 0) {
            failingRounds--;
            return true;
        }
        var rate = minute >= flapsFrom ? 0.12 : failureRate;
        if (random.nextDouble() >= rate) {
            return false;
        }
        var isLong = random.nextDouble() < 0.04;
        failingRounds = isLong ? random.nextInt(20, 200) : (int) (Math.log(1 - random.nextDouble()) / Math.log(0.5));
        return true;
    }
}
