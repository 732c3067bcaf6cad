package io.tocsin.query.tree;

/** One answer per kind of {@link Field}. */
public interface FieldVisitor<R> {

    R reserved(Reserved reserved);

    R tag(Tag tag);

    R attribute(Attribute attribute);
}
