package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.Phase;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.TestResult;

/** All flows of an organization, minute by minute. What it holds depends on the results of each minute, not on their order in it. */
public final class FlowBook {

    private static final int FORGET_AFTER_MINUTES = 25 * 60;
    private static final double EXPECTED_OF_ALL = 0.002;
    private static final double EXPECTED_AS_ROUNDS = 10_000;
    private static final int HOUR = 60;

    public static final Comparator<FlowKey> KEYS = Comparator.comparing(FlowKey::accountGroup)
            .thenComparing(FlowKey::test)
            .thenComparing(FlowKey::source)
            .thenComparing(FlowKey::part);

    private static final Comparator<Flow> FLOWS = Comparator.comparing(Flow::key, KEYS);

    private record Keyed(FlowKey key, TestResult result) {}

    private static final Comparator<Keyed> ORDER = Comparator.comparing(Keyed::key, KEYS)
            .thenComparing(keyed -> keyed.result().layer())
            .thenComparing(keyed -> keyed.result().roundId())
            .thenComparing(keyed -> String.valueOf(keyed.result().target().direction()));

    private final MetricSettings metrics;
    private final NoiseSettings noise;
    private final Map<FlowKey, Flow> flows = new HashMap<>();
    private final SortedSet<Flow> inOrder = new TreeSet<>(FLOWS);
    private final Map<Component, Set<Flow>> members = new TreeMap<>();
    private final Tagging tagging = new Tagging();
    private double onsetsOfAll = EXPECTED_OF_ALL;
    private int minute;

    public FlowBook(MetricSettings metrics, NoiseSettings noise) {
        this.metrics = metrics;
        this.noise = noise;
    }

    /** @param results of rounds that began in this minute since 1970, all there are */
    public void take(int newMinute, Collection<TestResult> results) {
        inOrder.forEach(flow -> flow.advance(newMinute - minute));
        minute = newMinute;
        results.stream().map(result -> new Keyed(FlowKey.of(result), result)).sorted(ORDER).forEach(this::read);
        inOrder.stream().filter(Flow::isTouched).forEach(flow -> flow.closeRound(minute));
        if (minute % HOUR == 0) {
            forget();
            expect();
        }
    }

    private void read(Keyed keyed) {
        var result = keyed.result();
        var flow = flows.computeIfAbsent(keyed.key(), this::meet);
        var wrong = Errors.phaseOf(result);
        for (var metric : Metric.of(result.layer())) {
            var value = result.measurements().number(metric.measurement);
            if (value.isPresent() && flow.isBeyond(metric, value.getAsDouble(), result.roundId(), metrics)) {
                wrong = Phase.worse(wrong, metric.phase);
            }
        }
        if (result.layer() == ResultLayer.PATH_VIS) {
            tagging.learn(result, minute);
        } else {
            flow.see(wrong, result.test().interval());
            tag(flow, result);
        }
    }

    private Flow meet(FlowKey key) {
        var flow = new Flow(key);
        flow.expectOnsets(onsetsOfAll, noise);
        inOrder.add(flow);
        return flow;
    }

    private void tag(Flow flow, TestResult result) {
        if (flow.restsOn(tagging.basisOf(result))) {
            return;
        }
        var components = tagging.componentsOf(result);
        if (!components.equals(flow.components())) {
            flow.components().forEach(component -> leave(component, flow));
            flow.moveTo(components);
            components.forEach(component -> join(component, flow));
        }
    }

    private void join(Component component, Flow flow) {
        members.computeIfAbsent(component, name -> new TreeSet<>(FLOWS)).add(flow);
    }

    private void leave(Component component, Flow flow) {
        members.computeIfPresent(component, (name, passing) -> passing.remove(flow) && passing.isEmpty() ? null : passing);
    }

    private void forget() {
        var gone = inOrder.stream().filter(flow -> minute - flow.lastRound() > FORGET_AFTER_MINUTES).toList();
        gone.forEach(flow -> flow.components().forEach(component -> leave(component, flow)));
        gone.forEach(flow -> flows.remove(flow.key()));
        gone.forEach(inOrder::remove);
        tagging.routes.forgetBefore(minute - FORGET_AFTER_MINUTES);
    }

    private void expect() {
        var all = new OnsetRate();
        inOrder.forEach(flow -> all.add(flow.onsetRate()));
        onsetsOfAll = all.drawnTo(EXPECTED_OF_ALL, EXPECTED_AS_ROUNDS);
        inOrder.forEach(flow -> flow.expectOnsets(onsetsOfAll, noise));
    }

    /** Makes this minute part of what is usual. */
    public void learn(Predicate<Flow> explained) {
        inOrder.stream().filter(Flow::hasRound).forEach(flow -> flow.learn(explained.test(flow), noise));
    }

    public int minute() {
        return minute;
    }

    public Collection<Flow> flows() {
        return inOrder;
    }

    /** Null when it is not known any more. */
    public Flow flow(FlowKey key) {
        return flows.get(key);
    }

    public boolean counts(Flow flow) {
        return flow.counts(noise);
    }

    public int components() {
        return members.size();
    }

    /** Always in the same order; empty of a component which no flow passes any more. */
    public Collection<Flow> members(Component component) {
        return members.getOrDefault(component, Set.of());
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(minute);
        out.writeDouble(onsetsOfAll);
        tagging.routes.write(out);
        var names = new Names(inOrder);
        names.write(out);
        out.writeInt(flows.size());
        for (var flow : inOrder) {
            flow.write(out, names);
        }
    }

    public void read(DataInput in) throws IOException {
        minute = in.readInt();
        onsetsOfAll = in.readDouble();
        tagging.routes.read(in);
        List<Component> names = Names.read(in);
        for (int left = in.readInt(); left > 0; left--) {
            var flow = new Flow(in, names);
            flows.put(flow.key(), flow);
            inOrder.add(flow);
            flow.components().forEach(component -> join(component, flow));
        }
    }
}
