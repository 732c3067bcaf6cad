package io.tocsin.detection.diagnosis;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.Flow;

/** A component through which several failing flows pass, and the evidence against it. */
final class Candidate {

    /** How much rarer a fault of the type is than one of an agent or a server, as a logarithm; in the order of {@link EventType}. */
    private static final double[] RARITY = { 0.5, 0.5, 0, 0, 1, 2, 1.5 };

    private final Component component;
    private final Set<Flow> failing;
    private final double[] sums;
    private final double loyalty;
    private double evidence = Double.NaN;

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

    Collection<Flow> failing() {
        return failing;
    }

    double evidence() {
        evidence = Double.isNaN(evidence) ? Alternatives.total(sums) : evidence;
        return evidence;
    }

    /** By which one explanation is preferred to another. */
    double plausibility() {
        return evidence() + PhaseOdds.of(component.type(), failing) - RARITY[component.type().ordinal()] + loyalty;
    }

    int best() {
        return Alternatives.best(sums);
    }

    /** The flow's failures are explained by something else. */
    void remove(Flow flow, double[] terms) {
        if (failing.remove(flow)) {
            evidence = Double.NaN;
            for (int alternative = 0; alternative < sums.length; alternative++) {
                sums[alternative] -= terms[alternative];
            }
        }
    }

    /** Enough fail, and they have not more in common than this component: else something narrower is at fault. */
    boolean isCrossed(int fewestFlows) {
        return failing.size() >= fewestFlows && switch (component.type()) {
            case AGENT_LOCAL -> isAcross(EventType.TARGET);
            case TARGET, DNS, PROXY -> isAcross(EventType.AGENT_LOCAL);
            case TARGET_NETWORK, NETWORK, NETWORK_POP -> isAcross(EventType.AGENT_LOCAL) || isAcross(EventType.TARGET);
        };
    }

    /** Whether they pass several components of the type; of a monitor, which is no agent, its id counts. */
    private boolean isAcross(EventType type) {
        return failing.stream()
                .map(flow -> flow.component(type).map(Component::name).orElse(flow.key().source()))
                .distinct()
                .limit(2)
                .count() == 2;
    }
}
