package io.tocsin.alerts.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * @param number its other id, within its account group
 * @param ruleId of a rule which may be gone since
 * @param endedAt null while it is open
 * @param violating how many sources violate now
 * @param suppressed whether a suppression window mutes it now
 * @param version 1, and one more each time it triggers anew after a suppression window
 * @param test whose results it is about, null for an alert of events
 */
public record Alert(
        UUID id,
        long number,
        long ruleId,
        String type,
        String severity,
        State state,
        Instant startedAt,
        Instant endedAt,
        int violating,
        boolean suppressed,
        int version,
        TestOfAlert test) {

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    public enum State {

        OPEN,
        CLEARED,

        /** Ended because its rule went or asks for something else. */
        DISABLED
    }

    public boolean isActive() { return state == State.OPEN; }

    public Duration duration(Instant now) {
        return Duration.between(startedAt, isActive() ? now : endedAt);
    }

}
