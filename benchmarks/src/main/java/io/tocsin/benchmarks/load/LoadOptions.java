package io.tocsin.benchmarks.load;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How hard and how long.
 *
 * @param connections which post events, each one after the other
 * @param warmUp until the JVMs have compiled what they run; about 75 s on two cores
 * @param throughDoor posts to the front door instead of events-service
 */
public record LoadOptions(int connections, Duration warmUp, Duration measured, boolean throughDoor) {

    public static LoadOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--connections", "--warm-up", "--seconds", "--through-door?");
        return new LoadOptions(given.number("--connections", 64), given.seconds("--warm-up", 75), given.seconds("--seconds",
                20),
                given.has("--through-door"));
    }
}
