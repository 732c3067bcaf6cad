package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** An event that is not over. */
final class RunningEvent {

    private static final int FEWEST = 2;

    /** In how many rounds one failure that a flow has of itself is seen. */
    private static final double ROUNDS_OF_OWN = 4;

    private final UUID id;
    private final int detected;
    private final Extent touched = new Extent();
    private Component component;
    private int since;
    private int until;
    private int mostFailing;
    private Evidence evidence;

    RunningEvent(String organization, Finding finding, int minute) {
        component = finding.component();
        detected = minute;
        since = finding.since();
        until = minute;
        evidence = Evidence.of(finding);
        id = UUID.nameUUIDFromBytes((organization + "\n" + component + "\n" + since + "\n" + minute).getBytes(
                StandardCharsets.UTF_8));
        touch(finding.flows());
    }

    RunningEvent(DataInput in) throws IOException {
        id = new UUID(in.readLong(), in.readLong());
        component = Evidence.readComponent(in);
        detected = in.readInt();
        since = in.readInt();
        until = in.readInt();
        mostFailing = in.readInt();
        evidence = Evidence.read(in);
        touched.read(in);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        Evidence.writeComponent(component, out);
        out.writeInt(detected);
        out.writeInt(since);
        out.writeInt(until);
        out.writeInt(mostFailing);
        evidence.write(out);
        touched.write(out);
    }

    void touch(Collection<Flow> flows) {
        touched.add(flows);
    }

    boolean covers(Collection<Flow> flows) {
        return flows.stream().allMatch(flow -> flow.components().contains(component));
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

    /** Whether it stands for all that was found, and on more evidence: how failures end tells no faults apart. */
    boolean outweighs(Finding finding) {
        return finding.evidence() < evidence.logOdds() && touched.common(finding.flows()) == finding.flows().size();
    }

    /** What is found now may say it better: then the component is another one. */
    void takeOver(Finding finding) {
        if (finding.evidence() > evidence.logOdds()) {
            spreadTo(finding);
        }
        touch(finding.flows());
        since = Math.min(since, finding.since());
    }

    /** From now on it is about what was found. */
    void spreadTo(Finding finding) {
        touch(finding.flows());
        evidence = Evidence.of(finding);
        component = finding.component();
    }

    void takeOver(RunningEvent other) {
        touched.add(other.touched);
        since = Math.min(since, other.since);
    }

    void moveTo(Component wider) {
        component = wider;
    }

    /** All that it touched of its component, whether it fails at the moment or not. */
    List<Flow> flows(FlowBook book) {
        return touched.of(component, book);
    }

    /** Flows which fail, or did until a round ago. */
    List<Flow> failing(FlowBook book) {
        return touched.failing(component, book);
    }

    /** Flows of its component which fail from now on as well, if it is not only about some of them. */
    void join(FlowBook book, LifeSettings settings) {
        var members = book.members(component).stream().filter(book::counts).toList();
        var failing = members.stream().filter(Extent::fails).toList();
        if (failing.size() >= settings.joiningShare() * members.size()) {
            touch(failing);
        }
    }

    /** How many of its flows would fail without it, or have done so a round ago. */
    private double byThemselves(FlowBook book) {
        return Math.floor(touched.of(component, book).stream().mapToDouble(Flow::expectedOnsets).sum() * ROUNDS_OF_OWN);
    }

    /** What happened to it this minute. */
    void live(FlowBook book, LifeSettings settings) {
        var failing = failing(book);
        mostFailing = Math.max(mostFailing, failing.size());
        if (failing.size() >= Math.max(FEWEST, settings.failingShare() * mostFailing) + byThemselves(book)
                && failing.stream().anyMatch(Flow::isFailing)) {
            until = book.minute();
        }
    }

    /**
     * Goes on as an event of something smaller, if what still fails after all else is well is most of that.
     *
     * @return whether it does
     */
    boolean narrow(FlowBook book, LifeSettings settings) {
        var failing = failing(book).stream().filter(flow -> flow.strip().failedWithin(1) && flow.lastRound() > until).toList();
        var part = failing.size() < FEWEST
                ? Optional.<Component>empty()
                : Shared.mostlyIn(failing, component, settings.wholeShare(), book);
        part.ifPresent(smaller -> {
            component = smaller;
            mostFailing = failing.size();
            until = book.minute();
        });
        return part.isPresent();
    }

    boolean isOver(FlowBook book, LifeSettings settings) {
        return book.minute() - until >= Math.max(settings.quietMinutes(), 2 * touched.interval(book));
    }

    /** What it stood for is no evidence for another one. */
    void close(FlowBook book) {
        touched.close(book);
        book.members(component).forEach(flow -> flow.strip().close());
    }

    boolean isYoung(int minute, LifeSettings settings) {
        return minute - since <= settings.youngMinutes();
    }

    Component component() {
        return component;
    }

    int since() {
        return since;
    }

    UUID id() {
        return id;
    }

    DetectedEvent as(DetectedEvent.State state, FlowBook book) {
        return new DetectedEvent(id, component, state, Severity.of(touched.size(), book.flows().size()), since, until, detected,
                touched.flows(), evidence);
    }
}
