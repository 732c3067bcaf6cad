package io.tocsin.query.tree;

/** Where a condition looks. */
public sealed interface Field permits Reserved, Tag, Attribute {

    <R> R accept(FieldVisitor<R> visitor);
}
