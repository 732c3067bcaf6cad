package io.tocsin.events.retention;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long events are kept. */
@ConfigMapping(prefix = "tocsin.events.retention")
public interface RetentionConfig {

    /**
     * For each class, how long its events are kept, such as {@code 400d}. They go a partition at a time, up to one width later. A
     * class is part of the names of tables: lower-case letters and digits. One that is taken away here keeps its events for ever.
     */
    Map<String, Duration> classes();

    /** The class of each organization that has one of its own. Events received before a change keep the class they had. */
    Map<String, String> organizations();

    /** The class of all others. */
    @WithDefault("standard")
    String defaultClass();

    /** How much time of receipt one partition holds, in whole hours. Partitions that exist keep their width. */
    @WithDefault("7d")
    Duration partitionWidth();

    /** How long before they are needed partitions are made. */
    @WithDefault("28d")
    Duration ahead();
}
