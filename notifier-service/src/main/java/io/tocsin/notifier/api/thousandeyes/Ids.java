package io.tocsin.notifier.api.thousandeyes;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.NotFoundException;

import io.tocsin.http.problem.Invalid;

/** Ids as callers write them. */
final class Ids {

    private static final int MOST = 100;

    private Ids() {}

    /** Of a path: what is no id names nothing. */
    static UUID ofPath(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    static List<UUID> ofBody(List<String> texts) {
        if (texts == null || texts.size() > MOST) {
            throw new Invalid("body", "must be an array of at most " + MOST + " ids");
        }
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < texts.size(); i++) {
            try {
                ids.add(UUID.fromString(String.valueOf(texts.get(i))));
            } catch (IllegalArgumentException e) {
                throw new Invalid("body[" + i + "]", "must be an id, a UUID");
            }
        }
        return ids;
    }
}
