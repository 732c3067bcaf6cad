package io.tocsin.events.detection;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of detected events: behind this one. */
public record FoundPlace(Instant startedAt, UUID id) {}
