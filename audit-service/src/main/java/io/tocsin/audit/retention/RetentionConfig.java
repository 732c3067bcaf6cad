package io.tocsin.audit.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the log is kept. */
@ConfigMapping(prefix = "tocsin.audit.retention")
public interface RetentionConfig {

    /**
     * Entries go when all of their calendar month is older than this. What the table {@code shortest_retention} says holds in any
     * case; only the owner of the tables can change that.
     */
    @WithDefault("730d")
    Duration keep();
}
