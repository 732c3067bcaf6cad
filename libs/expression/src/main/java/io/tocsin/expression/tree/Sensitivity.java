package io.tocsin.expression.tree;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon a value is out of its usual range. */
public enum Sensitivity {
    HIGH, MEDIUM, LOW;

    /** As it is written in expressions: {@code Medium}. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Capital or small letters alike. */
    public static Optional<Sensitivity> named(String word) {
        return Arrays.stream(values())
                .filter(level -> level.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
