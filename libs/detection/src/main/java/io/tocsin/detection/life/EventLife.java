package io.tocsin.detection.life;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.diagnosis.DiagnosisSettings;
import io.tocsin.detection.diagnosis.Diagnostician;
import io.tocsin.detection.diagnosis.Finding;
import io.tocsin.detection.flow.Flow;
import io.tocsin.detection.flow.FlowBook;

/** The running events of an organization, from one minute to the next. */
public final class EventLife {

    private final String organization;
    private final Diagnostician diagnostician;
    private final LifeSettings settings;
    private final List<RunningEvent> running = new ArrayList<>();
    private final List<DetectedEvent> changes = new ArrayList<>();
    private final Set<Flow> explained = new HashSet<>();

    public EventLife(String organization, DiagnosisSettings diagnosis, LifeSettings settings) {
        this.organization = organization;
        this.diagnostician = new Diagnostician(diagnosis);
        this.settings = settings;
    }

    /** @return the events which are running, and those which are over since this minute */
    public List<DetectedEvent> step(FlowBook book) {
        changes.clear();
        explained.clear();
        var settled = running.stream().filter(event -> !event.isYoung(book.minute(), settings)).toList();
        settled.forEach(event -> event.join(book, settings));
        settled.forEach(event -> explained.addAll(event.flows(book)));
        var components = running.stream().map(RunningEvent::component).collect(Collectors.toSet());
        var findings = diagnostician.findings(book, Set.copyOf(explained), components);
        match(findings, book);
        List.copyOf(running).forEach(event -> takeUnseen(event, book));
        new Merger(book, settings).merge(running).forEach(event -> end(event, DetectedEvent.State.MERGED, book));
        live(book);
        running.forEach(event -> changes.add(event.as(DetectedEvent.State.ACTIVE, book)));
        return List.copyOf(changes);
    }

    /** Whether an event, or what may become one, stands for the failures of the flow. */
    public boolean explains(Flow flow) {
        return explained.contains(flow);
    }

    private void match(List<Finding> findings, FlowBook book) {
        var taken = new HashSet<RunningEvent>();
        var found = findings.stream().map(Finding::component).collect(Collectors.toSet());
        for (var finding : findings) {
            var network = running.stream().filter(event -> new Unseen(event, book, settings).has(finding)).findFirst();
            var same = same(finding, taken, found);
            if (network.isPresent()) {
                network.get().touch(finding.flows());
                explained.addAll(finding.flows());
            } else if (!same.isEmpty()) {
                takeOver(same, finding, book);
                taken.addAll(same);
                explained.addAll(finding.flows());
            } else if (isConfirmed(finding, book)) {
                taken.add(open(finding, book));
                explained.addAll(finding.flows());
            } else if (finding.flows().stream().noneMatch(EventLife::failedLast)) {
                finding.flows().forEach(flow -> flow.strip().close());
            }
        }
    }

    /** The running events which the finding is about, the oldest first; one of which the component is found itself is no other. */
    private List<RunningEvent> same(Finding finding, Set<RunningEvent> taken, Set<Component> found) {
        var same = running.stream()
                .filter(event -> event.component().equals(finding.component())
                        || !taken.contains(event) && !found.contains(event.component()) && event.isLike(finding))
                .sorted(Comparator.comparingInt(RunningEvent::since).thenComparing(RunningEvent::id))
                .toList();
        return same.isEmpty() ? running.stream().filter(event -> event.outweighs(finding)).limit(1).toList() : same;
    }

    /** A new one, unless all of it passes the component of one that is running, or one has spread to this: the latest, most likely. */
    private RunningEvent open(Finding finding, FlowBook book) {
        var within = running.stream().filter(event -> event.covers(finding.flows())).findFirst();
        if (within.isPresent()) {
            within.get().touch(finding.flows());
            return within.get();
        }
        var part = running.stream()
                .filter(event -> event.isWithin(finding.component(), book))
                .max(Comparator.comparingInt(RunningEvent::since).thenComparing(RunningEvent::id));
        if (part.isPresent()) {
            part.get().spreadTo(finding);
            return part.get();
        }
        var event = new RunningEvent(organization, finding, book.minute());
        running.add(event);
        return event;
    }

    private void takeOver(List<RunningEvent> same, Finding finding, FlowBook book) {
        var first = same.get(0);
        first.takeOver(finding);
        merge(first, same.subList(1, same.size()), book);
    }

    /** Targets found before the network in which they must lie. */
    private void takeUnseen(RunningEvent network, FlowBook book) {
        merge(network, running.stream().filter(new Unseen(network, book, settings)::has).toList(), book);
    }

    private void merge(RunningEvent event, List<RunningEvent> others, FlowBook book) {
        for (var other : others) {
            event.takeOver(other);
            running.remove(other);
            end(other, DetectedEvent.State.MERGED, book);
        }
    }

    private boolean isConfirmed(Finding finding, FlowBook book) {
        return finding.flows().stream().anyMatch(EventLife::failedLast)
                && new Confirmation(finding, book.minute(), settings).isGiven();
    }

    private static boolean failedLast(Flow flow) {
        return flow.strip().failedWithin(1);
    }

    private void live(FlowBook book) {
        running.forEach(event -> event.live(book, settings));
        for (var event : List.copyOf(running)) {
            if (!event.narrow(book, settings) && event.isOver(book, settings)) {
                running.remove(event);
                event.close(book);
                end(event, DetectedEvent.State.RESOLVED, book);
            }
        }
    }

    private void end(RunningEvent event, DetectedEvent.State state, FlowBook book) {
        changes.add(event.as(state, book));
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(running.size());
        for (var event : running) {
            event.write(out);
        }
    }

    public void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            running.add(new RunningEvent(in));
        }
    }
}
