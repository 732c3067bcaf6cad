package io.tocsin.events.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.tocsin.model.Entity;

/** @param lastSeenAt when an event last named it, to the minute */
public record KnownEntity(Entity entity, List<String> tags, Instant firstSeenAt, Instant lastSeenAt) {

    private static final Duration SAME = Duration.ofMinutes(1);

    public KnownEntity {
        tags = List.copyOf(tags);
    }

    /** Whether an event which names an entity now says more than what is known, null if nothing is; {@link EntityStore#see} agrees. */
    static boolean isNews(KnownEntity known, Entity named, Instant now) {
        return known == null
                || known.lastSeenAt.isBefore(now.minus(SAME))
                || known.entity.name() == null && named.name() != null;
    }
}
