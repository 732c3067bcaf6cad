package io.tocsin.benchmarks.load;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How large and how long.
 *
 * @param entities in each call; so many events it makes
 */
public record BulkOptions(int clients, int entities, Duration warmUp, Duration measured) {

    public static BulkOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--clients", "--entities", "--warm-up", "--seconds");
        return new BulkOptions(given.number("--clients", 4), given.number("--entities", 500), given.seconds("--warm-up", 75),
                given.seconds("--seconds", 15));
    }
}
