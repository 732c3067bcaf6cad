package io.tocsin.benchmarks.detection.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.tocsin.benchmarks.detection.world.Topology.Agent;
import io.tocsin.benchmarks.detection.world.Topology.Test;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.detection.flow.FlowKey;

/** One fault, and what became of it. A cascade is one fault of which the component changes. */
public final class Fault {

    /** @param from minute since the world began, in which the component begins to be at fault */
    record Stage(int from, Component component) {}

    /**
     * @param share of the component's flows, or of their rounds, which fail
     * @param always whether the same flows fail in all rounds, or each in some
     */
    record Shape(Symptom symptom, double strength, double share, boolean always) {}

    private static final int FEWEST_FLOWS = 3;
    private static final int FEWEST_ROUNDS = 3;

    private final List<Stage> stages;
    private final int until;
    private final Shape shape;
    private final long salt;
    private final Set<FlowKey> flows = new HashSet<>();
    private final Set<Integer> minutes = new HashSet<>();
    private int first = Integer.MAX_VALUE;
    private int last;
    private int interval = Integer.MAX_VALUE;

    Fault(List<Stage> stages, int until, Shape shape, long salt) {
        this.stages = stages;
        this.until = until;
        this.shape = shape;
        this.salt = salt;
    }

    Shape shape() {
        return shape;
    }

    /** Whether the round of this flow meets the fault. */
    boolean strikes(Test test, Agent agent, int minute) {
        if (minute < stages.get(0).from() || minute > until || !Topology.passes(test, agent, componentAt(minute))) {
            return false;
        }
        var seed = salt + test.id().hashCode() * 1_000_003L + agent.id().hashCode() * 7_919L;
        return shape.share() >= Chance.of(shape.always() ? seed : seed + minute * 104_729L);
    }

    private Component componentAt(int minute) {
        var now = stages.get(0).component();
        for (var stage : stages) {
            now = stage.from() <= minute ? stage.component() : now;
        }
        return now;
    }

    boolean isBehind(String proxy) {
        return !proxy.isEmpty() && stages.get(0).component().type() == EventType.TARGET_NETWORK;
    }

    /** A result was made which it spoiled. */
    void struck(FlowKey flow, int minute, int everyMinutes) {
        flows.add(flow);
        minutes.add(minute);
        first = Math.min(first, minute);
        last = Math.max(last, minute);
        interval = Math.min(interval, everyMinutes);
    }

    /** The component which was at fault for most of the time. */
    public Component component() {
        var longest = stages.get(0);
        for (int stage = 1; stage < stages.size(); stage++) {
            longest = length(stage) > length(stages.indexOf(longest)) ? stages.get(stage) : longest;
        }
        return longest.component();
    }

    private int length(int stage) {
        return (stage + 1 < stages.size() ? stages.get(stage + 1).from() : until) - stages.get(stage).from();
    }

    /** Less is no event by the definition in docs/detection.md, whether it is found or not. */
    public boolean isLargeEnough() {
        return flows.size() >= FEWEST_FLOWS && minutes.size() >= FEWEST_ROUNDS;
    }

    public Set<FlowKey> flows() {
        return flows;
    }

    /** The minute of the first round which it spoiled. */
    public int first() {
        return first;
    }

    public int last() {
        return last;
    }

    /** Minutes between the rounds of the most frequent test which it touched. */
    public int interval() {
        return interval;
    }

    @Override
    public String toString() {
        return "%s %d-%d %s x%.2f share %.2f%s, %d flows".formatted(stages, first, last, shape.symptom(), shape.strength(),
                shape.share(), shape.always() ? "" : " of rounds", flows.size());
    }
}
