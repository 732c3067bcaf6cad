package io.tocsin.expression.tree;

/** One answer per kind of {@link Condition}. */
public interface ConditionVisitor<R> {

    R all(Condition.All all);

    R any(Condition.Any any);

    R comparison(Condition.Comparison comparison);

    R flag(Condition.Flag flag);

    R dynamic(Condition.Dynamic dynamic);

    R parts(Condition.Parts parts);
}
