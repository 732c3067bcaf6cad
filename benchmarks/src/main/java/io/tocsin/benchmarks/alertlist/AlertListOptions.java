package io.tocsin.benchmarks.alertlist;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * Among how many past alerts is listed, and how long each list.
 *
 * @param few the size to compare with
 */
public record AlertListOptions(int few, int many, int seconds) {

    public static AlertListOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--few", "--alerts", "--seconds");
        return new AlertListOptions(given.number("--few", 1_000), given.number("--alerts", 1_000_000), given.number("--seconds",
                10));
    }
}
