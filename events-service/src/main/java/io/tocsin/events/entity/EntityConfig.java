package io.tocsin.events.entity;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How entities are kept. */
@ConfigMapping(prefix = "tocsin.events.entities")
public interface EntityConfig {

    /** How long a caller waits for an answer of the database before it is told that there is none. */
    @WithDefault("10s")
    Duration patience();

    /** For how long an entity is kept, with its tags, that no event names any more; its events keep what they say of it. */
    @WithDefault("400d")
    Duration keep();

    /** How often hosts which events named are written down together; until then selectors do not find a new one. */
    @WithDefault("1s")
    Duration noticeEvery();
}
