package io.tocsin.benchmarks.detection.world;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.tocsin.benchmarks.detection.world.Fault.Shape;
import io.tocsin.benchmarks.detection.world.Fault.Stage;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;

/**
 * Faults as they were published of a backbone, not as we imagine them: of the unplanned failures in Sprint's network 70 % were of a single
 * link, 16.5 % of a router and the rest of several links over one fibre (Markopoulou et al., IEEE/ACM Transactions on Networking 16(4),
 * 2008); half of them lasted less than a minute, four in ten up to twenty minutes, one in ten longer (Iannaccone et al., Internet
 * Measurement Workshop 2002). All that passes what has failed is lost until it is repaired.
 */
final class BackboneFaults implements FaultPlan {

    private static final double SINGLE_LINK = 0.70;
    private static final double ROUTER = 0.165;
    private static final double UNDER_A_MINUTE = 0.5;
    private static final double UP_TO_TWENTY = 0.4;

    private final RandomGenerator random;
    private final FaultDice dice;

    BackboneFaults(FaultDice dice) {
        this.random = dice.random();
        this.dice = dice;
    }

    @Override
    public List<Fault> draw(int count, int from, int to) {
        var faults = new ArrayList<Fault>();
        for (int number = 0; number < count; number++) {
            var begin = dice.begin(number, count, from, to);
            var end = begin + minutes();
            components().forEach(component -> faults.add(lost(component, begin, end)));
        }
        return faults;
    }

    private List<Component> components() {
        var drawn = random.nextDouble();
        if (drawn < SINGLE_LINK) {
            return List.of(dice.any(EventType.NETWORK));
        }
        return drawn < SINGLE_LINK + ROUTER
                ? List.of(dice.any(EventType.NETWORK_POP))
                : List.of(dice.any(EventType.NETWORK), dice.any(EventType.NETWORK)).stream().distinct().toList();
    }

    /** As lengths are published: which share lies between which bounds; between these on a logarithmic scale. */
    private int minutes() {
        var drawn = random.nextDouble();
        if (drawn < UNDER_A_MINUTE) {
            return 0;
        }
        return (int) (drawn < UNDER_A_MINUTE + UP_TO_TWENTY
                ? Math.exp(random.nextDouble(0, Math.log(20)))
                : Math.exp(random.nextDouble(Math.log(20), Math.log(180))));
    }

    private Fault lost(Component component, int begin, int end) {
        return new Fault(List.of(new Stage(begin, component)), end, new Shape(Symptom.LOSS, 100, 1, true), random.nextLong());
    }
}
