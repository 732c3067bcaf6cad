package io.tocsin.benchmarks.feed;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How many listen to how much for how long.
 *
 * @param rate events a second, each of which every listener hears
 */
public record FeedOptions(int listeners, int rate, Duration warmUp, Duration measured) {

    public static FeedOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--listeners", "--rate", "--warm-up", "--seconds");
        return new FeedOptions(given.number("--listeners", 1_000), given.number("--rate", 10), given.seconds("--warm-up", 60),
                given.seconds("--seconds", 600));
    }
}
