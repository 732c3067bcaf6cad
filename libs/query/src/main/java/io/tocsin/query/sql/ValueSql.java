package io.tocsin.query.sql;

import io.tocsin.query.meaning.Numbers;
import io.tocsin.query.tree.Bound;
import io.tocsin.query.tree.Literal;
import io.tocsin.query.tree.Pattern;
import io.tocsin.query.tree.Range;
import io.tocsin.query.tree.Test;
import io.tocsin.query.tree.TestVisitor;

/** What {@link io.tocsin.query.meaning.ValueTest} asks of a value, in SQL. */
final class ValueSql implements TestVisitor<String> {

    private final Operand value;
    private final SqlParameters parameters;

    private ValueSql(Operand value, SqlParameters parameters) {
        this.value = value;
        this.parameters = parameters;
    }

    static String of(Test test, Operand value, SqlParameters parameters) {
        return test.accept(new ValueSql(value, parameters));
    }

    @Override
    public String present() {
        return value.text() + " is not null";
    }

    @Override
    public String literal(Literal literal) {
        var same = value.text() + " = " + parameters.text(literal.text());
        return value.isNumber().equals("false") || Numbers.parse(literal.text()).isEmpty()
                ? same
                : "(" + same + " or " + ifNumber(value.isNumber() + " and ",
                        " = " + parameters.number(literal.text()), "false") + ")";
    }

    @Override
    public String pattern(Pattern pattern) {
        return value.text() + " like " + parameters.text(Globs.like(pattern.glob()));
    }

    @Override
    public String range(Range range) {
        if (range.from() == null) {
            return bound("<", range.to());
        }
        return range.to() == null
                ? bound(">", range.from())
                : bound(">", range.from()) + " and " + bound("<", range.to());
    }

    private String bound(String side, Bound bound) {
        var operator = (bound.inclusive() ? " " + side + "= " : " " + side + " ");
        if (Numbers.parse(bound.value()).isEmpty()) {
            return asText(operator, bound);
        }
        return ifNumber("", operator + parameters.number(bound.value()), asText(operator, bound));
    }

    private String asText(String operator, Bound bound) {
        return value.text() + " collate \"C\"" + operator + parameters.text(bound.value());
    }

    /** CASE alone promises that the cast is not tried on what is no number. */
    private String ifNumber(String condition, String comparison, String otherwise) {
        return "case when " + condition + value.text() + " ~ '" + Numbers.SYNTAX + "' then (" + value.text() + ")::numeric"
                + comparison + " else " + otherwise + " end";
    }
}
