package io.tocsin.detection.diagnosis;

import java.util.Collection;
import java.util.Map;

import io.tocsin.detection.component.EventType;
import io.tocsin.detection.component.Phase;
import io.tocsin.detection.flow.Flow;

/**
 * What it says of the component at fault, what of the rounds went wrong: names which cannot be resolved speak for the domain, late
 * packets and some which are lost for the network; a machine which is down answers nothing at all. The failures of one fault are
 * alike, so many say no more than a few. Of a name server which is asked itself, everything that goes wrong looks like an unresolved name,
 * and says nothing.
 */
final class PhaseOdds {

    private static final int MOST_THAT_COUNT = 4;

    /** In the order of {@link Phase}: of failures which have no common cause. */
    private static final double[] USUAL = { 0.05, 0.15, 0.20, 0.15, 0.30, 0.15 };

    private static final Map<EventType, double[]> OF_FAULT = Map.of(
            EventType.PROXY, new double[]{ 0.50, 0.02, 0.08, 0.12, 0.18, 0.10 },
            EventType.DNS, new double[]{ 0.01, 0.93, 0.01, 0.01, 0.02, 0.02 },
            EventType.AGENT_LOCAL, new double[]{ 0.03, 0.20, 0.27, 0.20, 0.15, 0.15 },
            EventType.TARGET, new double[]{ 0.01, 0.02, 0.08, 0.22, 0.45, 0.22 },
            EventType.TARGET_NETWORK, new double[]{ 0.01, 0.02, 0.64, 0.20, 0.08, 0.05 },
            EventType.NETWORK, new double[]{ 0.02, 0.02, 0.63, 0.20, 0.08, 0.05 },
            EventType.NETWORK_POP, new double[]{ 0.02, 0.06, 0.62, 0.18, 0.07, 0.05 });

    private PhaseOdds() {}

    /** As a logarithm. */
    static double of(EventType type, Collection<Flow> failing) {
        var odds = 0.0;
        var counted = 0;
        for (var flow : failing) {
            if (flow.phase() != null && !flow.asksNames()) {
                odds += Math.log(OF_FAULT.get(type)[flow.phase().ordinal()] / USUAL[flow.phase().ordinal()]);
                counted++;
            }
        }
        return counted == 0 ? 0 : odds / counted * Math.min(counted, MOST_THAT_COUNT);
    }
}
