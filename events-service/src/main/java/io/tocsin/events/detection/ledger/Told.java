package io.tocsin.events.detection.ledger;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.FlowKey;
import io.tocsin.detection.life.Severity;
import io.tocsin.events.detection.EvidenceReport;
import io.tocsin.events.detection.FoundEvent.State;

/**
 * A detected event as it is stored: what whoever looks is told.
 *
 * @param id for ever
 * @param finding what the method calls it now
 * @param span when
 * @param flows all that it touches
 * @param toldAt when people were told of it; null if they were not
 * @param mergedInto the one which stands for it now, null for none
 */
public record Told(UUID id, UUID finding, State state, Component component, Severity severity, Span span, Set<FlowKey> flows,
        EvidenceReport evidence, Instant toldAt, UUID mergedInto) {

    public Told {
        flows = Set.copyOf(flows);
    }

    /**
     * Minutes since 1970.
     *
     * @param since the first failing round
     * @param until the last failing round
     * @param detected when it was found
     * @param overAt when it was found to be over, {@code Found.LASTS} if it is not
     */
    public record Span(int since, int until, int detected, int overAt) {

        boolean meets(Span other) {
            return since <= other.until && other.since <= until;
        }
    }

    public boolean isActive() { return state == State.ACTIVE; }

    public boolean isTold() { return toldAt != null; }

    /** Those which it touches, in their order. */
    public SortedSet<String> accountGroups() {
        var groups = new TreeSet<String>();
        flows.forEach(flow -> groups.add(flow.accountGroup()));
        return groups;
    }

    /** They are about the same: in time, and by their component or most of what they touch. */
    boolean isSame(Told other) {
        if (!span.meets(other.span)) {
            return false;
        }
        var common = flows.stream().filter(other.flows::contains).count();
        return component.equals(other.component) || 2 * common >= Math.min(flows.size(), other.flows.size());
    }

    Told in(State newState, int overAt) {
        return new Told(id, finding, newState, component, severity, new Span(span.since, span.until, span.detected, overAt),
                flows,
                evidence, toldAt, mergedInto);
    }

    Told toldAt(Instant now) {
        return new Told(id, finding, state, component, severity, span, flows, evidence, now, mergedInto);
    }

    Told mergedInto(UUID other) {
        return new Told(id, finding, state, component, severity, span, flows, evidence, toldAt, other);
    }
}
