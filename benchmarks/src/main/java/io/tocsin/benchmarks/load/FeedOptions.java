package io.tocsin.benchmarks.load;

import java.time.Duration;

/**
 * How many listen to how much for how long.
 *
 * @param rate events a second, each of which every listener hears
 */
public record FeedOptions(int listeners, int rate, Duration warmUp, Duration measured) {

    private static final FeedOptions DEFAULT = new FeedOptions(1_000, 10, Duration.ofSeconds(60), Duration.ofMinutes(10));

    public static FeedOptions parse(String... arguments) {
        var options = DEFAULT;
        for (var at = 0; at < arguments.length; at++) {
            var name = arguments[at];
            var number = number(arguments, ++at);
            options = switch (name) {
                case "--listeners" -> new FeedOptions(number, options.rate, options.warmUp, options.measured);
                case "--rate" -> new FeedOptions(options.listeners, number, options.warmUp, options.measured);
                case "--warm-up" -> new FeedOptions(options.listeners, options.rate, Duration.ofSeconds(number),
                        options.measured);
                case "--seconds" -> new FeedOptions(options.listeners, options.rate, options.warmUp, Duration.ofSeconds(
                        number));
                default -> throw new IllegalArgumentException("'" + name + "' is not an option.");
            };
        }
        return options;
    }

    private static int number(String[] arguments, int at) {
        if (at == arguments.length || !arguments[at].matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a whole number above 0.");
        }
        return Integer.parseInt(arguments[at]);
    }
}
