package io.tocsin.query.tree;

/** One answer per kind of {@link Test}. */
public interface TestVisitor<R> {

    R present();

    R literal(Literal literal);

    R pattern(Pattern pattern);

    R range(Range range);
}
