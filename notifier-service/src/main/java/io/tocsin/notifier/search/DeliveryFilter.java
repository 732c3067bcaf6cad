package io.tocsin.notifier.search;

import java.util.Optional;
import java.util.UUID;

import io.tocsin.model.Scope;

/** Which deliveries are looked for. */
public record DeliveryFilter(Scope scope, Optional<UUID> alertId, Optional<String> recipient, Optional<String> state) {}
