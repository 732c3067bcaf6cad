package io.tocsin.notifier.suppression;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the list.
 *
 * @param createdBy who did it, as the audit log names people
 */
public record Suppression(UUID id, String organization, SuppressedAddress what, Instant createdAt, String createdBy) {}
