package io.tocsin.query.tree;

import java.util.Objects;

/** One value of the field, whichever, passes the test. */
public record Condition(Field field, Test test) implements Query {

    public Condition {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(test, "test");
    }

    @Override
    public <R> R accept(QueryVisitor<R> visitor) {
        return visitor.condition(this);
    }
}
