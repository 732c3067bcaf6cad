package io.tocsin.query.meaning;

import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Present;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Test;
import io.tocsin.query.tree.TestVisitor;

/** Writes the texts of a test in lower case. */
public final class Lowering implements TestVisitor<Test> {

    private static final Lowering LOWERING = new Lowering();

    private Lowering() {}

    public static Test of(Test test) {
        return test.accept(LOWERING);
    }

    @Override
    public Test present() {
        return new Present();
    }

    @Override
    public Test literal(Literal literal) {
        return new Literal(AsciiCase.lower(literal.text()));
    }

    @Override
    public Test pattern(Pattern pattern) {
        return new Pattern(AsciiCase.lower(pattern.glob()));
    }

    @Override
    public Test range(Range range) {
        return new Range(lowered(range.from()), lowered(range.to()));
    }

    private static Bound lowered(Bound bound) {
        return bound == null ? null : new Bound(AsciiCase.lower(bound.value()), bound.inclusive());
    }
}
