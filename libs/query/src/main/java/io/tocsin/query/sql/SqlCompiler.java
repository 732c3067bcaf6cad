package io.tocsin.query.sql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tocsin.model.Scope;
import io.tocsin.query.term.NeededTerms;
import io.tocsin.query.tree.And;
import io.tocsin.query.tree.Condition;
import io.tocsin.query.tree.Not;
import io.tocsin.query.tree.Or;
import io.tocsin.query.tree.Query;
import io.tocsin.query.tree.QueryVisitor;

/**
 * Tree to predicate. An exact condition stands behind those on {@code terms} which it implies: an index serves them all, whatever
 * field they ask. Conditions on missing values may be null; everything above them is monotone, and a negation asks
 * {@code is not true}, so that null means "not found" throughout and indexes stay usable.
 */
public final class SqlCompiler implements QueryVisitor<String> {

    private final SqlParameters parameters;
    private final Function<Condition, List<Integer[]>> neededTerms;

    private SqlCompiler(SqlParameters parameters, Function<Condition, List<Integer[]>> neededTerms) {
        this.parameters = parameters;
        this.neededTerms = neededTerms;
    }

    /**
     * @param scope the only one in which the statement looks: terms are told apart by it
     * @param firstParameter the number of the first {@code $n}, 1 if the statement has no parameters before it
     */
    public static SqlPredicate compile(Query query, Scope scope, int firstParameter) {
        var parameters = new SqlParameters(firstParameter);
        var text = query.accept(new SqlCompiler(parameters, condition -> NeededTerms.of(condition, scope)));
        return new SqlPredicate(text, parameters.values());
    }

    @Override
    public String everything() {
        return "true";
    }

    @Override
    public String and(And and) {
        return joined(and.parts(), " and ");
    }

    @Override
    public String or(Or or) {
        return joined(or.parts(), " or ");
    }

    /** What is not there no index finds. */
    @Override
    public String not(Not not) {
        return "(" + not.query().accept(new SqlCompiler(parameters, condition -> List.of())) + " is not true)";
    }

    @Override
    public String condition(Condition condition) {
        var terms = neededTerms.apply(condition)
                .stream()
                .map(alternatives -> "terms && " + parameters.integers(alternatives) + " and ")
                .collect(Collectors.joining());
        return "(" + terms + "(" + condition.field().accept(new ConditionSql(condition.test(), parameters)) + "))";
    }

    private String joined(List<Query> parts, String operator) {
        return parts.stream()
                .map(part -> part.accept(this))
                .collect(Collectors.joining(operator, "(", ")"));
    }
}
