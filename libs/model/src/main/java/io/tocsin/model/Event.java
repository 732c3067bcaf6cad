package io.tocsin.model;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One event, as Tocsin recorded it.
 *
 * @param id positive, unique, rising with time, above 2^53
 * @param uid the same event's name for dialects that want a UUID
 * @param scope whose event it is
 * @param receivedAt when Tocsin accepted it; windows of alert rules slide over this time
 * @param content what its poster said
 */
public record Event(long id, UUID uid, Scope scope, Instant receivedAt, EventContent content) {

    public Event {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(content, "content");
    }
}
