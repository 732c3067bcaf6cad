package io.tocsin.benchmarks.workbench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands behind a benchmark's name: whole numbers with their names, and flags. */
public final class Arguments {

    private static final int FLAG = 1;

    private final Map<String, Integer> given = new HashMap<>();

    private Arguments() {}

    /**
     * @param names of numbers, such as {@code --seconds}; a flag has a {@code ?} behind it
     * @throws IllegalArgumentException with what a person wrote wrong
     */
    public static Arguments parse(String[] arguments, String... names) {
        var parsed = new Arguments();
        var known = List.of(names);
        for (var at = 0; at < arguments.length; at++) {
            var name = arguments[at];
            if (known.contains(name + "?")) {
                parsed.given.put(name, FLAG);
            } else if (known.contains(name)) {
                parsed.given.put(name, number(arguments, ++at));
            } else {
                throw new IllegalArgumentException("'" + name + "' is not an option.");
            }
        }
        return parsed;
    }

    public int number(String name, int otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    public boolean has(String flag) {
        return given.containsKey(flag);
    }

    private static int number(String[] arguments, int at) {
        if (at == arguments.length || !arguments[at].matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException(arguments[at - 1] + " needs a whole number above 0.");
        }
        return Integer.parseInt(arguments[at]);
    }
}
