package io.tocsin.query.tree;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as text that parses to the same tree. */
public final class QueryPrinter implements QueryVisitor<String> {

    private static final QueryPrinter PRINTER = new QueryPrinter();

    private QueryPrinter() {}

    public static String print(Query query) {
        return query.accept(PRINTER);
    }

    @Override
    public String everything() {
        return "*";
    }

    @Override
    public String and(And and) {
        return joined(and.parts(), " AND ", false);
    }

    @Override
    public String or(Or or) {
        return joined(or.parts(), " OR ", true);
    }

    @Override
    public String not(Not not) {
        var inner = not.query();
        return "NOT " + (inner instanceof Condition || inner instanceof Everything ? print(inner) : "(" + print(inner) + ")");
    }

    @Override
    public String condition(Condition condition) {
        return FieldPrinter.prefix(condition.field()) + condition.test().accept(new TestPrinter(condition.field()));
    }

    /** AND binds tighter than OR, so that an And may stand bare inside an Or. */
    private static String joined(List<Query> parts, String operator, boolean tightAnd) {
        return parts.stream()
                .map(part -> part instanceof Or || part instanceof And && !tightAnd ? "(" + print(part) + ")" : print(part))
                .collect(Collectors.joining(operator));
    }
}
