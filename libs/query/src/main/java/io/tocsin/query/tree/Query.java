package io.tocsin.query.tree;

/** A search, or a part of one. */
public sealed interface Query permits Everything, And, Or, Not, Condition {

    <R> R accept(QueryVisitor<R> visitor);
}
