package io.tocsin.query.tree;

import java.util.Objects;

/** One end of a range; escapes are resolved. */
public record Bound(String value, boolean inclusive) {

    public Bound {
        Objects.requireNonNull(value, "value");
    }
}
