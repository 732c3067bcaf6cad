package io.tocsin.query.tree;

/** {@code *}: every event. */
public record Everything() implements Query {

    @Override
    public <R> R accept(QueryVisitor<R> visitor) {
        return visitor.everything();
    }
}
