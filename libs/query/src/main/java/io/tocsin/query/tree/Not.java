package io.tocsin.query.tree;

import java.util.Objects;

/** The query inside does not hold. */
public record Not(Query query) implements Query {

    public Not {
        Objects.requireNonNull(query, "query");
    }

    @Override
    public <R> R accept(QueryVisitor<R> visitor) {
        return visitor.not(this);
    }
}
