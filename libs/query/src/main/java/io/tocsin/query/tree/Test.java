package io.tocsin.query.tree;

/** What a condition asks of one value. */
public sealed interface Test permits Present, Literal, Pattern, Range {

    <R> R accept(TestVisitor<R> visitor);
}
