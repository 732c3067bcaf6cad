package io.tocsin.query.tree;

/** One answer per kind of {@link Query}. */
public interface QueryVisitor<R> {

    R everything();

    R and(And and);

    R or(Or or);

    R not(Not not);

    R condition(Condition condition);
}
