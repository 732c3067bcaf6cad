package io.tocsin.benchmarks.load;

/**
 * Among how many events is searched, and how long for each form of search.
 *
 * @param few the size to compare with
 * @param many rows are made by PostgreSQL itself; ten million take about eight minutes and 15 GB
 */
public record SearchOptions(int few, int many, int seconds) {

    private static final SearchOptions DEFAULT = new SearchOptions(100_000, 10_000_000, 5);

    public static SearchOptions parse(String... arguments) {
        var options = DEFAULT;
        for (var at = 0; at < arguments.length; at += 2) {
            options = switch (arguments[at]) {
                case "--few" -> new SearchOptions(number(arguments, at), options.many, options.seconds);
                case "--events" -> new SearchOptions(options.few, number(arguments, at), options.seconds);
                case "--seconds" -> new SearchOptions(options.few, options.many, number(arguments, at));
                default -> throw new IllegalArgumentException("'" + arguments[at] + "' is not an option.");
            };
        }
        return options;
    }

    private static int number(String[] arguments, int at) {
        if (at + 1 == arguments.length || !arguments[at + 1].matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(arguments[at] + " needs a whole number above 0.");
        }
        return Integer.parseInt(arguments[at + 1]);
    }
}
