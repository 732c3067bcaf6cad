package io.tocsin.benchmarks.search;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * Among how many events is searched, and how long for each form of search.
 *
 * @param few the size to compare with
 * @param many rows are made by PostgreSQL itself; ten million take about eight minutes and 15 GB
 */
public record SearchOptions(int few, int many, int seconds) {

    public static SearchOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--few", "--events", "--seconds");
        return new SearchOptions(given.number("--few", 100_000), given.number("--events", 10_000_000), given.number("--seconds",
                5));
    }
}
