package io.tocsin.events.entity;

import java.time.Instant;
import java.util.List;

import io.tocsin.model.Entity;

/** @param lastSeenAt when an event last named it, to the minute */
public record KnownEntity(Entity entity, List<String> tags, Instant firstSeenAt, Instant lastSeenAt) {

    public KnownEntity {
        tags = List.copyOf(tags);
    }
}
