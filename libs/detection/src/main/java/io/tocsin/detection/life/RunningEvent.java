package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;
import io.tocsin.detection.flow.FlowKey;

/** An event that is not over. */
final class RunningEvent {

    private static final int RECENT_ROUNDS = 2;
    private static final int FEWEST = 2;

    private final UUID id;
    private final int detected;
    private final SortedSet<FlowKey> touched;
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
        touched = new TreeSet<>(FlowBook.KEYS);
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
        touched = new TreeSet<>(FlowBook.KEYS);
        for (int left = in.readInt(); left > 0; left--) {
            touched.add(FlowKey.read(in));
        }
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
        out.writeInt(touched.size());
        for (var key : touched) {
            key.write(out);
        }
    }

    void touch(Collection<Flow> flows) {
        flows.forEach(flow -> touched.add(flow.key()));
    }

    boolean covers(Collection<Flow> flows) {
        return flows.stream().allMatch(flow -> flow.components().contains(component));
    }

    /** What is found now says it better: the component may be another one. */
    void takeOver(Finding finding) {
        touch(finding.flows());
        since = Math.min(since, finding.since());
        if (!component.equals(finding.component()) || finding.evidence() > evidence.logOdds()) {
            evidence = Evidence.of(finding);
        }
        component = finding.component();
    }

    void takeOver(RunningEvent other) {
        touched.addAll(other.touched);
        since = Math.min(since, other.since);
    }

    void moveTo(Component wider) {
        component = wider;
    }

    /** All that it touched of its component, whether it fails at the moment or not. */
    List<Flow> flows(FlowBook book) {
        return touched.stream()
                .map(book::flow)
                .filter(flow -> flow != null && flow.components().contains(component))
                .toList();
    }

    /** Flows which fail, or did until a round ago. */
    List<Flow> failing(FlowBook book) {
        return touched.stream()
                .map(book::flow)
                .filter(Objects::nonNull)
                .filter(flow -> flow.components().contains(component) && flow.strip().failedWithin(RECENT_ROUNDS))
                .toList();
    }

    /** Flows of its component which fail from now on as well, if it is not only about some of them. */
    void join(FlowBook book, LifeSettings settings) {
        var members = book.members(component).stream().filter(book::counts).toList();
        var failing = members.stream().filter(flow -> flow.strip().failedWithin(RECENT_ROUNDS)).toList();
        if (failing.size() >= settings.joiningShare() * members.size()) {
            touch(failing);
        }
    }

    /** What happened to it this minute. */
    void live(FlowBook book, LifeSettings settings) {
        var failing = failing(book);
        mostFailing = Math.max(mostFailing, failing.size());
        if (failing.size() >= Math.max(FEWEST, settings.failingShare() * mostFailing)
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
        var slowest = touched.stream()
                .map(book::flow)
                .filter(Objects::nonNull)
                .mapToInt(Flow::intervalMinutes)
                .min()
                .orElse(1);
        return book.minute() - until >= Math.max(settings.quietMinutes(), 2 * slowest);
    }

    /** What it stood for is no evidence for another one. */
    void close(FlowBook book) {
        touched.stream().map(book::flow).filter(Objects::nonNull).forEach(flow -> flow.strip().close());
        book.members(component).forEach(flow -> flow.strip().close());
    }

    boolean isYoung(int minute, LifeSettings settings) {
        return minute - since <= settings.youngMinutes();
    }

    /** How many of the flows it touched. */
    int common(Collection<Flow> flows) {
        return (int) flows.stream().filter(flow -> touched.contains(flow.key())).count();
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

    SortedSet<FlowKey> touched() {
        return Collections.unmodifiableSortedSet(touched);
    }

    DetectedEvent as(DetectedEvent.State state, FlowBook book) {
        return new DetectedEvent(id, component, state, Severity.of(touched.size(), book.flows().size()), since, until, detected,
                Collections.unmodifiableSortedSet(new TreeSet<>(touched)), evidence);
    }
}
