package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** An event that is not over. */
final class RunningEvent {

    private final UUID id;
    private final int detected;
    private final Extent touched = new Extent();
    private final Stages stages;
    private final Pulse pulse;

    RunningEvent(String organization, Finding finding, int minute) {
        stages = new Stages(finding);
        detected = minute;
        pulse = new Pulse(minute);
        id = UUID.nameUUIDFromBytes((organization + "\n" + finding.component() + "\n" + finding.since() + "\n" + minute)
                .getBytes(StandardCharsets.UTF_8));
        touch(finding.flows());
    }

    RunningEvent(DataInput in) throws IOException {
        id = new UUID(in.readLong(), in.readLong());
        stages = new Stages(in);
        detected = in.readInt();
        pulse = new Pulse(in);
        touched.read(in);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        stages.write(out);
        out.writeInt(detected);
        pulse.write(out);
        touched.write(out);
    }

    void touch(Collection<Flow> flows) {
        touched.add(flows);
    }

    boolean covers(Collection<Flow> flows) {
        return flows.stream().allMatch(flow -> flow.components().contains(component()));
    }

    /** Whether all that it touches passes this as well. */
    boolean isWithin(Component wider, FlowBook book) {
        var flows = flows(book);
        return !flows.isEmpty() && flows.stream().allMatch(flow -> flow.components().contains(wider));
    }

    /** They have most flows in common, so that the component of the one may be that of the other. */
    boolean isLike(Finding finding) {
        var common = touched.common(finding.flows());
        return common > 1 && 2 * common >= Math.min(touched.size(), finding.flows().size());
    }

    /** Whether it touched most of these. */
    boolean hasMostOf(Collection<Flow> flows) {
        return 2 * touched.common(flows) >= flows.size();
    }

    /** Whether it stands for all that was found, and on more evidence: how failures end tells no faults apart. */
    boolean outweighs(Finding finding) {
        return finding.evidence() < stages.now().evidence().logOdds() && touched.common(finding.flows()) == finding.flows()
                .size();
    }

    /** What is found now may say it better: then the component is another one. */
    void takeOver(Finding finding) {
        if (finding.evidence() > stages.now().evidence().logOdds()) {
            spreadTo(finding);
        }
        touch(finding.flows());
        stages.beginBy(finding.since());
    }

    /** It is about what was found, since that began. */
    void spreadTo(Finding finding) {
        touch(finding.flows());
        stages.moveTo(finding.component(), finding.since(), Evidence.of(finding));
    }

    void takeOver(RunningEvent other) {
        touched.add(other.touched);
        stages.beginBy(other.since());
    }

    void widenTo(Component wider, int from) {
        stages.moveTo(wider, from, stages.now().evidence());
    }

    /** All that it touched of its component, whether it fails at the moment or not. */
    List<Flow> flows(FlowBook book) {
        return touched.of(component(), book);
    }

    /** Flows which fail, or did until a round ago. */
    List<Flow> failing(FlowBook book) {
        return touched.failing(component(), book);
    }

    /** Flows of its component which fail from now on as well, if it is not only about some of them. */
    void join(FlowBook book, LifeSettings settings) {
        var members = book.members(component()).stream().filter(book::counts).toList();
        var failing = members.stream().filter(Extent::fails).toList();
        if (failing.size() >= settings.joiningShare() * members.size()) {
            touch(failing);
        }
    }

    /** What happened to it this minute. */
    void live(FlowBook book, LifeSettings settings) {
        pulse.beat(book.minute(), flows(book), failing(book), settings);
    }

    /**
     * Goes on as an event of something smaller, if all else is well and what still fails is most of that.
     *
     * @return whether it does
     */
    boolean narrow(FlowBook book, LifeSettings settings) {
        var rest = isOver(book, settings)
                ? Remainder.after(pulse.until(), component(), failing(book), book, settings)
                : Remainder.of(component(), flows(book), book, settings).filter(left -> left.from() > since());
        rest.ifPresent(left -> {
            stages.moveTo(left.part(), left.from(), stages.now().evidence());
            pulse.shrinkTo(left.failing(), book.minute());
        });
        return rest.isPresent();
    }

    boolean isOver(FlowBook book, LifeSettings settings) {
        return pulse.isOver(book.minute(), touched.interval(book), settings);
    }

    /** What it stood for is no evidence for another one. */
    void close(FlowBook book) {
        touched.close(book);
        book.members(component()).forEach(flow -> flow.strip().close());
    }

    boolean isYoung(int minute, LifeSettings settings) {
        return minute - since() <= settings.youngMinutes();
    }

    Component component() {
        return stages.now().component();
    }

    int since() {
        return stages.since();
    }

    UUID id() {
        return id;
    }

    /** Of what it was about for the longest time, once it is over. */
    DetectedEvent as(DetectedEvent.State state, FlowBook book) {
        var stage = state == DetectedEvent.State.RESOLVED ? stages.longest(pulse.until()) : stages.now();
        return new DetectedEvent(id, stage.component(), state, Severity.of(touched.size(), book.flows().size()), since(), pulse
                .until(),
                detected, touched.flows(), stage.evidence());
    }
}
