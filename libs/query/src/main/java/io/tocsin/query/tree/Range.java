package io.tocsin.query.tree;

/**
 * The value lies between the bounds. Comparisons are ranges with one end.
 *
 * @param from the lower bound, null for none; not both are null
 * @param to the upper bound, null for none
 */
public record Range(Bound from, Bound to) implements Test {

    public Range {
        if (from == null && to == null) {
            throw new IllegalArgumentException("a range without bounds is Present");
        }
    }

    @Override
    public <R> R accept(TestVisitor<R> visitor) {
        return visitor.range(this);
    }
}
