package io.tocsin.query.tree;

import java.util.Objects;

/** The value is this text, or contains these words where the field is searched by words. Escapes are resolved. */
public record Literal(String text) implements Test {

    public Literal {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public <R> R accept(TestVisitor<R> visitor) {
        return visitor.literal(this);
    }
}
