package io.tocsin.benchmarks.load;

import java.time.Duration;

/**
 * How hard and how long.
 *
 * @param connections which post events, each one after the other
 * @param warmUp until the JVMs have compiled what they run; about 75 s on two cores
 * @param throughDoor post to the front door instead of to events-service itself
 */
public record LoadOptions(int connections, Duration warmUp, Duration measured, boolean throughDoor) {

    private static final LoadOptions DEFAULT = new LoadOptions(64, Duration.ofSeconds(75), Duration.ofSeconds(20), false);

    public static LoadOptions parse(String... arguments) {
        var options = DEFAULT;
        for (var at = 0; at < arguments.length; at++) {
            options = switch (arguments[at]) {
                case "--connections" -> options.withConnections(number(arguments, ++at));
                case "--warm-up" -> options.withWarmUp(number(arguments, ++at));
                case "--seconds" -> options.withMeasured(number(arguments, ++at));
                case "--through-door" -> new LoadOptions(options.connections, options.warmUp, options.measured, true);
                default -> throw new IllegalArgumentException("'" + arguments[at] + "' is not an option.");
            };
        }
        return options;
    }

    private LoadOptions withConnections(int count) {
        return new LoadOptions(count, warmUp, measured, throughDoor);
    }

    private LoadOptions withWarmUp(int seconds) {
        return new LoadOptions(connections, Duration.ofSeconds(seconds), measured, throughDoor);
    }

    private LoadOptions withMeasured(int seconds) {
        return new LoadOptions(connections, warmUp, Duration.ofSeconds(seconds), throughDoor);
    }

    private static int number(String[] arguments, int at) {
        if (at == arguments.length || !arguments[at].matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a whole number above 0.");
        }
        return Integer.parseInt(arguments[at]);
    }
}
