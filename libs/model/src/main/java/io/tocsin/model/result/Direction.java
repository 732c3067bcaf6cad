package io.tocsin.model.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way the packets of a test between agents, or of a path trace, went. */
public enum Direction {
    TO_TARGET, FROM_TARGET, BIDIRECTIONAL;

    /** ThousandEyes' word for it: {@code to-target}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Direction> named(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst();
    }
}
