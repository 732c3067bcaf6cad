package io.tocsin.benchmarks.detection.world;

import static io.tocsin.benchmarks.detection.world.Symptom.*;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.tocsin.benchmarks.detection.world.Fault.Shape;
import io.tocsin.benchmarks.detection.world.Fault.Stage;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;

/** Draws the faults of a world: every type as often, some at once, some which spread or shrink. */
final class ImaginedFaults implements FaultPlan {

    private final RandomGenerator random;
    private final Topology topology;
    private final FaultDice dice;

    ImaginedFaults(FaultDice dice) {
        this.random = dice.random();
        this.topology = dice.topology();
        this.dice = dice;
    }

    @Override
    public List<Fault> draw(int count, int from, int to) {
        var faults = new ArrayList<Fault>();
        var before = from;
        for (int number = 0; number < count; number++) {
            var together = number > 0 && random.nextDouble() < 0.25;
            var begin = together ? before + random.nextInt(0, 8) : dice.begin(number, count, from, to);
            var fault = fault(EventType.values()[random.nextInt(EventType.values().length)], begin);
            if (!together || !fault.component().equals(faults.get(faults.size() - 1).component())) {
                faults.add(fault);
            }
            before = begin;
        }
        return faults;
    }

    private Fault fault(EventType type, int begin) {
        var component = dice.any(type);
        var minutes = dice.minutes();
        var share = random.nextDouble() < 0.4 ? 1 : random.nextDouble(0.05, 1);
        var shape = shape(type, share);
        return new Fault(stages(component, begin, minutes), begin + minutes, shape, random.nextLong());
    }

    /** One in eight of the faults which can spreads from a part of its component, one in eight shrinks to a part. */
    private List<Stage> stages(Component component, int begin, int minutes) {
        var part = partOf(component);
        var drawn = random.nextDouble();
        if (part == null || drawn > 0.25 || minutes < 20) {
            return List.of(new Stage(begin, component));
        }
        var turn = begin + minutes / 4 + random.nextInt(minutes / 2);
        return drawn < 0.125
                ? List.of(new Stage(begin, part), new Stage(turn, component))
                : List.of(new Stage(begin, component), new Stage(turn, part));
    }

    private Component partOf(Component component) {
        var type = switch (component.type()) {
            case TARGET_NETWORK, DNS -> EventType.TARGET;
            case NETWORK_POP -> EventType.AGENT_LOCAL;
            case PROXY, AGENT_LOCAL, TARGET, NETWORK -> null;
        };
        return type == null
                ? null
                : topology.tests()
                        .stream()
                        .flatMap(test -> test.agents()
                                .stream()
                                .filter(agent -> Topology.passes(test, agent, component))
                                .map(agent -> new Component(type, type == EventType.TARGET
                                        ? test.target().host()
                                        : agent.id())))
                        .findFirst()
                        .orElse(null);
    }

    private Shape shape(EventType type, double share) {
        var symptom = pick(switch (type) {
            case TARGET -> List.of(ERROR, ERROR, REFUSED, SLOW);
            case TARGET_NETWORK, NETWORK, NETWORK_POP -> List.of(LOSS, LOSS, LATENCY);
            case AGENT_LOCAL -> List.of(LOSS, NAMES, LATENCY, REFUSED);
            case DNS -> List.of(NAMES);
            case PROXY -> List.of(PROXY_LOSS, GATEWAY);
        });
        var strength = switch (symptom) {
            case SLOW, LATENCY -> random.nextDouble(1.6, 5);
            case LOSS, PROXY_LOSS -> random.nextDouble(15, 100);
            case ERROR, REFUSED, NAMES, GATEWAY -> 1;
        };
        return new Shape(symptom, strength, share, random.nextBoolean());
    }

    private Symptom pick(List<Symptom> symptoms) {
        return symptoms.get(random.nextInt(symptoms.size()));
    }
}
