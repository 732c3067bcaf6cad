package io.tocsin.notifier.preference;

import java.time.Instant;

/**
 * An address which opted in for the events of an account group.
 *
 * @param address in lower case
 * @param optedInBy who did it, as the audit log names people
 */
public record EventDetectionRecipient(String address, Instant since, String optedInBy) {

    static EventDetectionRecipient of(RecipientEntity entity) {
        return new EventDetectionRecipient(entity.address, entity.since, entity.optedInBy);
    }
}
