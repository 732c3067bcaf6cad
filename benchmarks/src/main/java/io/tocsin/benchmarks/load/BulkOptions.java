package io.tocsin.benchmarks.load;

import java.time.Duration;

/**
 * How hard and how long.
 *
 * @param clients which post one batch after the other
 * @param entities how many events one call makes, one for each entity
 */
public record BulkOptions(int clients, int entities, Duration warmUp, Duration measured) {

    private static final BulkOptions DEFAULT = new BulkOptions(4, 500, Duration.ofSeconds(45), Duration.ofSeconds(15));

    public static BulkOptions parse(String... arguments) {
        var options = DEFAULT;
        for (var at = 0; at < arguments.length; at += 2) {
            options = switch (arguments[at]) {
                case "--clients" -> new BulkOptions(number(arguments, at), options.entities, options.warmUp, options.measured);
                case "--entities" -> new BulkOptions(options.clients, number(arguments, at), options.warmUp, options.measured);
                case "--warm-up" -> new BulkOptions(options.clients, options.entities, seconds(arguments, at),
                        options.measured);
                case "--seconds" -> new BulkOptions(options.clients, options.entities, options.warmUp, seconds(arguments, at));
                default -> throw new IllegalArgumentException("'" + arguments[at] + "' is not an option.");
            };
        }
        return options;
    }

    private static Duration seconds(String[] arguments, int at) {
        return Duration.ofSeconds(number(arguments, at));
    }

    private static int number(String[] arguments, int at) {
        if (at + 1 == arguments.length || !arguments[at + 1].matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(arguments[at] + " needs a whole number from 1 to 9999.");
        }
        return Integer.parseInt(arguments[at + 1]);
    }
}
