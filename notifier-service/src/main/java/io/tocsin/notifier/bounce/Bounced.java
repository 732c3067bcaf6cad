package io.tocsin.notifier.bounce;

import java.util.UUID;

/**
 * What a report led to.
 *
 * @param state of the delivery from now on
 * @param isNew false when the same report had been taken in before
 * @param suppressed whether its address gets no more mail because of it
 */
public record Bounced(UUID deliveryId, String action, String status, String state, boolean isNew, boolean suppressed) {

    Bounced andSuppressed() {
        return new Bounced(deliveryId, action, status, state, isNew, true);
    }
}
