package io.tocsin.notifier.integration;

import java.time.Instant;
import java.util.UUID;

import io.tocsin.model.Scope;

/** A place where webhooks go. Secrets in its settings are in their kept form. */
public record Connector(UUID id, Scope scope, ConnectorSettings settings, Instant updatedAt) {}
