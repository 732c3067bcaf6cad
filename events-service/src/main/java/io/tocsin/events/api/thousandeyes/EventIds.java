package io.tocsin.events.api.thousandeyes;

import java.util.UUID;

import jakarta.ws.rs.NotFoundException;

/** The ids of detected events, in paths. */
final class EventIds {

    private EventIds() {}

    /** One that is no UUID is merely unknown. */
    static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
