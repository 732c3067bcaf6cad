package io.tocsin.query.tree;

import java.util.Objects;

/**
 * The value has this shape.
 *
 * @param glob {@code *} is any run of characters, {@code ?} exactly one, a backslash before one of these three makes it literal
 */
public record Pattern(String glob) implements Test {

    public Pattern {
        Objects.requireNonNull(glob, "glob");
    }

    @Override
    public <R> R accept(TestVisitor<R> visitor) {
        return visitor.pattern(this);
    }
}
