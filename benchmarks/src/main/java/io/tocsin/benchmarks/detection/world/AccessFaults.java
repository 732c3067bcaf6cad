package io.tocsin.benchmarks.detection.world;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.tocsin.benchmarks.detection.world.Fault.Shape;
import io.tocsin.benchmarks.detection.world.Fault.Stage;
import io.tocsin.detection.component.EventType;

/**
 * What was published of 134 clients which asked 80 web sites for a month (Padmanabhan et al., A Study of End-to-End Web Access Failures,
 * CoNEXT 2006): of the failures 34 to 42 % were of names, mostly of a client which did not reach its resolver; most others were
 * connections which could not be made, mostly for reasons of the server. Half of the clients failed in more than 1.5 % of what they
 * asked for. How long faults last, and whom of those who pass them they touch, is not in the published summary: it is ours.
 */
final class AccessFaults implements FaultPlan {

    /** How much more often flows fail by themselves than in other worlds, so that in the median 1.5 % of their rounds do. */
    static final double NOISE = 3.4;

    private static final double NAMES = 0.38;

    private final RandomGenerator random;
    private final FaultDice dice;

    AccessFaults(FaultDice dice) {
        this.random = dice.random();
        this.dice = dice;
    }

    @Override
    public List<Fault> draw(int count, int from, int to) {
        var faults = new ArrayList<Fault>();
        for (int number = 0; number < count; number++) {
            var begin = dice.begin(number, count, from, to);
            faults.add(random.nextDouble() < NAMES
                    ? fault(EventType.AGENT_LOCAL, Symptom.NAMES, begin)
                    : fault(EventType.TARGET, Symptom.REFUSED, begin));
        }
        return faults;
    }

    private Fault fault(EventType type, Symptom symptom, int begin) {
        var component = dice.any(type);
        var minutes = dice.minutes();
        var shape = new Shape(symptom, 1, random.nextDouble(0.05, 1), random.nextBoolean());
        return new Fault(List.of(new Stage(begin, component)), begin + minutes, shape, random.nextLong());
    }
}
