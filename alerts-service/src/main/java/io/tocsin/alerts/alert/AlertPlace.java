package io.tocsin.alerts.alert;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A place in a list of alerts, which runs from the latest start to the earliest. */
public record AlertPlace(Instant startedAt, UUID id) {

    public AlertPlace {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(id, "id");
    }
}
