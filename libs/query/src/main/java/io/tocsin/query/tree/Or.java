package io.tocsin.query.tree;

import java.util.List;

/** At least one part holds. There are two parts or more. */
public record Or(List<Query> parts) implements Query {

    public Or {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("Or needs two parts or more, not " + parts.size());
        }
    }

    @Override
    public <R> R accept(QueryVisitor<R> visitor) {
        return visitor.or(this);
    }
}
