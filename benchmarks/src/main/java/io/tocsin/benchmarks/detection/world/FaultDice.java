package io.tocsin.benchmarks.detection.world;

import java.util.random.RandomGenerator;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;

/** What plans of faults draw alike. */
record FaultDice(RandomGenerator random, Topology topology) {

    private static final int LEAST_MINUTES = 6;
    private static final int MOST_MINUTES = 180;

    /** When the fault of this number begins, of so many which are spread over this time. */
    int begin(int number, int count, int from, int to) {
        return from + (to - from) / count * number + random.nextInt(0, 20);
    }

    Component any(EventType type) {
        var all = topology.components(type);
        return all.get(random.nextInt(all.size()));
    }

    /** How long a fault lasts of which nobody published it: most half an hour, some for hours. */
    int minutes() {
        return (int) Math.min(MOST_MINUTES, LEAST_MINUTES + Math.exp(3 + random.nextGaussian()));
    }
}
