package io.tocsin.events.detection;

import java.time.Instant;
import java.util.Optional;

import io.tocsin.model.Scope;

/**
 * Which detected events: those which touch the account group and last into the range.
 *
 * @param ongoing true for active ones only, of which the start must lie in the range; false for all others; empty for both
 */
public record FoundQuery(Scope scope, Instant from, Instant to, Optional<Boolean> ongoing) {}
