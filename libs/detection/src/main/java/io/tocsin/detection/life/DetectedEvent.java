package io.tocsin.detection.life;

import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.flow.FlowKey;

/**
 * An event as it stands in one minute. All minutes are counted from 1970.
 *
 * @param id the same however often the same results are judged
 * @param since the first failing round
 * @param until the last failing round so far; of an event that is over, its end
 * @param detected when there was enough evidence
 * @param flows all that it touched
 */
public record DetectedEvent(
        UUID id,
        Component component,
        State state,
        Severity severity,
        int since,
        int until,
        int detected,
        SortedSet<FlowKey> flows,
        Evidence evidence) {

    /** {@code MERGED}: another event stands for it now. */
    public enum State {
        ACTIVE, RESOLVED, MERGED
    }

    public DetectedEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(component, "component");
    }

    public boolean isOver() { return state != State.ACTIVE; }
}
