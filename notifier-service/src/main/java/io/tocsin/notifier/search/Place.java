package io.tocsin.notifier.search;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of deliveries, newest first; what lies after it is older. */
public record Place(Instant createdAt, UUID id) {

    /** Before every delivery. */
    public static final Place TOP = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    public static Place of(DeliveryRecord delivery) {
        return new Place(delivery.createdAt(), delivery.id());
    }
}
