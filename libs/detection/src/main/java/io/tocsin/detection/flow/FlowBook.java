package io.tocsin.detection.flow;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.tocsin.detection.component.Component;

/** All flows of an organization, minute by minute. What it holds depends on the results of each minute, not on their order in it. */
public final class FlowBook {

    private static final int FORGET_AFTER_MINUTES = 25 * 60;
    private static final int HOUR = 60;

    public static final Comparator<FlowKey> KEYS = Comparator.comparing(FlowKey::accountGroup)
            .thenComparing(FlowKey::test)
            .thenComparing(FlowKey::source)
            .thenComparing(FlowKey::part);

    private static final Comparator<Flow> FLOWS = Comparator.comparing(Flow::key, KEYS);

    private final NoiseSettings noise;
    private final Map<FlowKey, Flow> flows = new HashMap<>();
    private final SortedSet<Flow> inOrder = new TreeSet<>(FLOWS);
    private final Members members = new Members(FLOWS);
    private final Tagging tagging = new Tagging();
    private final Reading reading;
    private final Persistence persistence = new Persistence();
    private final JointFailures joint;
    private double onsetsOfAll = Expectation.OF_ALL;
    private int minute;

    public FlowBook(MetricSettings metrics, NoiseSettings noise) {
        this.noise = noise;
        this.reading = new Reading(metrics, members, tagging);
        this.joint = new JointFailures(noise);
    }

    /** @param observations of rounds that began in this minute since 1970, all there are */
    public void take(int newMinute, Collection<Observation> observations) {
        inOrder.forEach(flow -> flow.advance(newMinute - minute));
        persistence.advance(newMinute - minute);
        minute = newMinute;
        ResultOrder.of(observations).forEach(this::read);
        inOrder.stream().filter(Flow::isTouched).forEach(flow -> flow.closeRound(minute));
        if (minute % HOUR == 0) {
            forget();
            onsetsOfAll = Expectation.update(inOrder, noise);
        }
    }

    private void read(Observation seen) {
        reading.read(seen, flows.computeIfAbsent(seen.key(), this::meet), minute);
    }

    private Flow meet(FlowKey key) {
        var flow = new Flow(key);
        flow.own().expect(onsetsOfAll, noise);
        inOrder.add(flow);
        return flow;
    }

    private void forget() {
        var gone = inOrder.stream().filter(flow -> minute - flow.lastRound() > FORGET_AFTER_MINUTES).toList();
        gone.forEach(members::remove);
        gone.forEach(flow -> flows.remove(flow.key()));
        gone.forEach(inOrder::remove);
        tagging.routes.forgetBefore(minute - FORGET_AFTER_MINUTES);
        joint.keepOnly(inOrder.stream().map(flow -> flow.key().testName()).collect(Collectors.toSet()));
    }

    /** Makes this minute part of what is usual, but for flows whose failures an event explains. */
    public void learn(Predicate<Flow> explained) {
        inOrder.stream().filter(flow -> flow.strip().hasRound(0) && !explained.test(flow)).forEach(this::learn);
        joint.closeMinute();
    }

    private void learn(Flow flow) {
        flow.learn();
        joint.see(flow, flow.isOnset());
        if (counts(flow)) {
            persistence.learn(flow);
        }
    }

    /** How long flows fail by themselves. */
    public Persistence persistence() {
        return persistence;
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

    /** Whether its failures say something: it is known for long enough, and its test does not flap. */
    public boolean counts(Flow flow) {
        return flow.counts(noise) && !joint.isNoisy(flow);
    }

    public int components() {
        return members.components();
    }

    /** Always in the same order; empty of a component which no flow passes any more. */
    public Collection<Flow> members(Component component) {
        return members.of(component);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(minute);
        out.writeDouble(onsetsOfAll);
        tagging.routes.write(out);
        persistence.write(out);
        joint.write(out);
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
        persistence.read(in);
        joint.read(in);
        List<Component> names = Names.read(in);
        for (int left = in.readInt(); left > 0; left--) {
            var flow = new Flow(in, names);
            flows.put(flow.key(), flow);
            inOrder.add(flow);
            members.add(flow);
        }
    }
}
