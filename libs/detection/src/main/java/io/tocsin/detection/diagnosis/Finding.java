package io.tocsin.detection.diagnosis;

import java.util.List;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.Flow;

/**
 * A component at fault.
 *
 * @param evidence logarithm of how much likelier the last rounds are with this fault than without
 * @param threshold beyond which it counts
 * @param since the minute in which it began
 * @param failing share of the rounds of these flows which fail, as far as it can be told
 * @param flows which it touches
 * @param rejected components which explain the same less well, the best first
 */
public record Finding(Component component, double evidence, double threshold, int since, double failing, List<Flow> flows,
        List<Rejected> rejected) {

    /** How much better the component explains it which was found, as a logarithm of odds. */
    public record Rejected(Component component, double worseBy) {}
}
