package io.tocsin.benchmarks.audit;

import java.time.Duration;

import io.tocsin.benchmarks.workbench.Arguments;

/**
 * How user events are sent.
 *
 * @param batch user events in one request, and rows in one insert of the reference
 */
public record AuditOptions(int clients, int batch, Duration warmUp, Duration duration) {

    public static AuditOptions parse(String... arguments) {
        var given = Arguments.parse(arguments, "--clients", "--batch", "--warm-up", "--seconds");
        return new AuditOptions(given.number("--clients", 4), given.number("--batch", 500), given.seconds("--warm-up", 150),
                given.seconds("--seconds", 15));
    }
}
