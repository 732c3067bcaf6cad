package io.tocsin.detection.diagnosis;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.Flow;

/** A component through which several failing flows pass, and the evidence against it. */
final class Candidate {

    /** How much rarer a fault of the type is than one of an agent or a server, as a logarithm; in the order of {@link EventType}. */
    private static final double[] RARITY = { 0.5, 0.5, 0, 0, 1, 2, 2.5 };

    private final Component component;
    private final Set<Flow> failing;
    private final double[] sums;
    private final double loyalty;
    private double evidence = Double.NaN;
    private List<Flow> since;

    /** @param failing flows which failed within the time of which the sums tell */
    Candidate(Component component, Collection<Flow> failing, double[] sums, double loyalty) {
        this.component = component;
        this.failing = new LinkedHashSet<>(failing);
        this.sums = sums;
        this.loyalty = loyalty;
    }

    /** One from which some can be taken away without harm to this. */
    Candidate copy() {
        return new Candidate(component, failing, sums.clone(), loyalty);
    }

    Component component() {
        return component;
    }

    /** Flows which failed since the fault most likely began. */
    List<Flow> failing() {
        if (since == null) {
            var minutesAgo = Alternatives.minutesAgo(Alternatives.beginningOf(best()));
            since = failing.stream().filter(flow -> flow.strip().failedSince(minutesAgo)).toList();
        }
        return since;
    }

    double evidence() {
        evidence = Double.isNaN(evidence) ? Alternatives.total(sums) : evidence;
        return evidence;
    }

    /** By which one explanation is preferred to another. */
    double plausibility() {
        return evidence() + PhaseOdds.of(component.type(), failing()) - RARITY[component.type().ordinal()] + loyalty;
    }

    int best() {
        return Alternatives.best(sums);
    }

    /** The flow's failures are explained by something else. */
    void remove(Flow flow, double[] terms) {
        if (failing.remove(flow)) {
            evidence = Double.NaN;
            since = null;
            for (int alternative = 0; alternative < sums.length; alternative++) {
                sums[alternative] -= terms[alternative];
            }
        }
    }

    /** Enough of the flows fail, and they have not more in common than this component: else something narrower is at fault. */
    boolean isCrossed(Collection<Flow> flows, int fewestFlows) {
        return flows.size() >= fewestFlows && switch (component.type()) {
            case AGENT_LOCAL -> isAcross(EventType.TARGET, flows);
            case TARGET, DNS, PROXY -> isAcross(EventType.AGENT_LOCAL, flows);
            case TARGET_NETWORK, NETWORK, NETWORK_POP -> isAcross(EventType.AGENT_LOCAL, flows)
                    || isAcross(EventType.TARGET, flows);
        };
    }

    /** Whether they pass several components of the type; of a monitor, which is no agent, its id counts. */
    private static boolean isAcross(EventType type, Collection<Flow> flows) {
        return flows.stream()
                .map(flow -> flow.component(type).map(Component::name).orElse(flow.key().source()))
                .distinct()
                .limit(2)
                .count() == 2;
    }
}
