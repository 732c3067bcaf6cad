package io.tocsin.alerts.api.thousandeyes;

import jakarta.ws.rs.NotFoundException;

/** Ids which Tocsin gave, in paths. */
public final class Numbers {

    private Numbers() {}

    /** The clients treat ids as opaque, so one that is no number of ours is merely unknown. */
    public static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(text);
    }
}
