package io.tocsin.benchmarks.search;

import io.tocsin.benchmarks.workbench.Arguments;
import io.tocsin.local.PlatformOptions;

/**
 * Among how many events is searched, and how long for each form of search.
 *
 * @param few the size to compare with
 * @param many rows are made by PostgreSQL itself; ten million take about eight minutes and 15 GB
 * @param sharedBuffers megabytes in which PostgreSQL keeps pages; 0 for as many as {@code ./tocsin up} gives it
 */
public record SearchOptions(int few, int many, int seconds, int sharedBuffers) {

    PlatformOptions apply(PlatformOptions platform) {
        return sharedBuffers == 0 ? platform : platform.postgres("shared_buffers", sharedBuffers + "MB");
    }

    public static SearchOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--few", "--events", "--seconds", "--shared-buffers");
        return new SearchOptions(given.number("--few", 100_000), given.number("--events", 10_000_000), given.number("--seconds",
                5), given.number("--shared-buffers", 0));
    }
}
