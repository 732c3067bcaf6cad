package io.tocsin.alerts.expression;

import java.util.Objects;

/** A property of events by which they are grouped: {@code host}, {@code source}, {@code status}, a tag key, or {@code @path}. */
public record Facet(String name) {

    public Facet {
        Objects.requireNonNull(name, "name");
    }
}
