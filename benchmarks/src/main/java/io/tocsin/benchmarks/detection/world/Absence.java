package io.tocsin.benchmarks.detection.world;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.tocsin.benchmarks.detection.world.Topology.Agent;
import io.tocsin.benchmarks.detection.world.Topology.Test;

/** Maintenance, in which agents or tests rest for up to two hours, and rounds which get lost. */
final class Absence {

    private static final double LOST = 0.01;
    private static final int EVERY_MINUTES = 5 * 60;

    private record Rest(String id, int from, int until) {}

    private final RandomGenerator random;
    private final List<Rest> rests = new ArrayList<>();

    Absence(RandomGenerator random, Topology topology, int length) {
        this.random = random;
        for (int at = 0; at < length; at += EVERY_MINUTES) {
            var from = at + random.nextInt(EVERY_MINUTES);
            var id = random.nextBoolean()
                    ? topology.agents().get(random.nextInt(topology.agents().size())).id()
                    : topology.tests().get(random.nextInt(topology.tests().size())).id();
            rests.add(new Rest(id, from, from + random.nextInt(20, 120)));
        }
    }

    boolean isMissing(Test test, Agent agent, int minute) {
        if (random.nextDouble() < LOST) {
            return true;
        }
        for (var rest : rests) {
            if (rest.from() <= minute && minute <= rest.until() && (rest.id().equals(agent.id()) || rest.id()
                    .equals(test.id()))) {
                return true;
            }
        }
        return false;
    }
}
