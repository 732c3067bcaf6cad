package io.tocsin.events.search;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are read. */
@ConfigMapping(prefix = "tocsin.events.search")
public interface SearchConfig {

    /** How long a caller waits for an answer of the database before it is told that there is none. */
    @WithDefault("10s")
    Duration patience();

    /** How long PostgreSQL looks before the search is refused as too broad; less than the patience. Written such as 5s or 800ms. */
    Duration statementTimeout();
}
