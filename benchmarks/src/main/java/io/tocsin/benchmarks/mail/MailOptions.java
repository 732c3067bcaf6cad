package io.tocsin.benchmarks.mail;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How many alerts, and for how long.
 *
 * @param rate alerts opened a second while latency is measured
 * @param warmUp of each part; alerts as in the measured time
 * @param measured of latency
 * @param sustained of throughput
 */
public record MailOptions(int rate, Duration warmUp, Duration measured, Duration sustained) {

    public static MailOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--rate", "--warm-up", "--seconds", "--sustained");
        return new MailOptions(given.number("--rate", 100), given.seconds("--warm-up", 150), given.seconds("--seconds", 30),
                given.seconds("--sustained", 20));
    }
}
