package io.tocsin.notifier.integration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.tocsin.model.Scope;

/** A payload, and the connectors which it goes to. Secrets in its settings are in their kept form. */
public record Operation(UUID id, Scope scope, List<UUID> connectors, OperationSettings settings, Instant updatedAt) {

    public Operation {
        connectors = List.copyOf(connectors);
    }
}
