package io.tocsin.model.result;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which way the packets of a test between agents, or of a path trace, went. */
public enum Direction {
    TO_TARGET, FROM_TARGET, BIDIRECTIONAL;

    private static final Map<String, Direction> BY_WORD = Arrays.stream(values())
            .collect(toMap(Direction::word, identity()));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** ThousandEyes' word for it: {@code to-target}. */
    public String word() {
        return word;
    }

    public static Optional<Direction> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
