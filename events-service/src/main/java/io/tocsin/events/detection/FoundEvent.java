package io.tocsin.events.detection;

import java.time.Instant;
import java.util.UUID;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.life.Severity;

/**
 * A detected event as readers of one account group see it.
 *
 * @param component what is held to be at fault; its type is the event's type
 * @param agent what people call the agent at fault; null where it is none
 * @param startedAt the first failing round
 * @param endedAt the last failing round; null while it lasts
 * @param detectedAt the round by which it was found
 * @param mergedInto the event which stands for this one now; null but for {@link State#MERGED}
 * @param version rises with every change
 */
public record FoundEvent(
        UUID id,
        Component component,
        String agent,
        State state,
        Severity severity,
        Instant startedAt,
        Instant endedAt,
        Instant detectedAt,
        UUID mergedInto,
        int version,
        Instant updatedAt,
        Affected tests,
        Affected targets,
        Affected agents) {

    /** Lists have the first two only; the others were told to somebody, and are still found by their id. */
    public enum State {
        ACTIVE, RESOLVED, MERGED, WITHDRAWN
    }

    /**
     * How many.
     *
     * @param total in the organization
     * @param inAccountGroup of those, in the reader's account group
     */
    public record Affected(int total, int inAccountGroup) {}

    public boolean isActive() { return state == State.ACTIVE; }
}
