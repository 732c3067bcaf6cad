package io.tocsin.outbox.setaside;

import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A message whose attempts are used up.
 *
 * @param data the payload, as text: that it is no good JSON may be what is wrong with it
 * @param error what its destination said the last time
 */
@RegisterForReflection
public record SetAsideMessage(
        UUID id,
        String destination,
        String type,
        String subject,
        String data,
        Instant createdAt,
        int attempts,
        String error,
        Instant setAsideAt) {}
