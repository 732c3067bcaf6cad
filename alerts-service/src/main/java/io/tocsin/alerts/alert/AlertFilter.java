package io.tocsin.alerts.alert;

import java.time.Instant;
import java.util.Objects;

/** Which alerts are asked for, and by which time the range selects them (wire/thousandeyes.md §3.1). Both ends belong to it. */
public record AlertFilter(Selection selection, Instant from, Instant to) {

    public AlertFilter {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    public enum Selection {

        /** Active alerts which started in the range. */
        ACTIVE,

        /** Alerts which cleared in the range. */
        CLEARED,

        /** Those which cleared in the range, and active ones which started before its end. */
        BOTH
    }
}
