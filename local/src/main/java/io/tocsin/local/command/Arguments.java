package io.tocsin.local.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options after a command: {@code --name value} or {@code --name=value}, in any order. */
final class Arguments {

    private final Map<String, List<String>> values = new HashMap<>();

    private Arguments() {}

    static Arguments parse(List<String> words, Set<String> known) {
        var arguments = new Arguments();
        for (var rest = words.iterator(); rest.hasNext();) {
            var word = rest.next();
            var name = word.split("=", 2)[0];
            if (!known.contains(name)) {
                throw new UsageError("'" + word.split("=", 2)[0] + "' is not known here.");
            }
            arguments.add(name, word.contains("=") ? word.substring(name.length() + 1) : next(name, rest));
        }
        return arguments;
    }

    Optional<String> get(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new UsageError(name + " is given twice.");
        }
        return all.stream().findFirst();
    }

    String require(String name) {
        return get(name).orElseThrow(() -> new UsageError(name + " is missing."));
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private void add(String name, String value) {
        if (value.isBlank()) {
            throw new UsageError(name + " needs a value.");
        }
        values.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }

    private static String next(String name, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageError(name + " needs a value.");
        }
        return rest.next();
    }
}
