package io.tocsin.query.tree;

import java.util.List;

/** All parts hold. There are two parts or more. */
public record And(List<Query> parts) implements Query {

    public And {
        parts = List.copyOf(parts);
        if (parts.size() < 2) {
            throw new IllegalArgumentException("And needs two parts or more, not " + parts.size());
        }
    }

    @Override
    public <R> R accept(QueryVisitor<R> visitor) {
        return visitor.and(this);
    }
}
