package io.tocsin.query.tree;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields that have a name of their own. {@code WORDS} is the title and the message, where values without a field look. */
public enum Reserved implements Field {
    WORDS, MESSAGE, HOST, SOURCE, SERVICE, STATUS, PRIORITY, TIMESTAMP, TAGS;

    /** The field of this name, exactly as it is written in a query. */
    public static Optional<Reserved> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field != WORDS && field.word().equals(name))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public <R> R accept(FieldVisitor<R> visitor) {
        return visitor.reserved(this);
    }
}
