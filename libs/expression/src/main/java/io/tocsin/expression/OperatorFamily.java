package io.tocsin.expression;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

import io.tocsin.expression.grammar.AlertExpressionParser.ConditionContext;
import io.tocsin.expression.grammar.AlertExpressionParser.ConjunctionContext;
import io.tocsin.expression.grammar.AlertExpressionParser.DisjunctionContext;

/**
 * Three conditions or more are joined all by {@code &&} or all by {@code ||} (wire/thousandeyes.md §4.1). Conditions on one metric,
 * such as a range, count as one; nested conditions are counted for themselves.
 *
 * @param metric the only metric asked about, null for several
 * @param and the first {@code &&} between conditions that count, null for none
 * @param or the same for {@code ||}
 */
record OperatorFamily(int conditions, String metric, Token and, Token or) {

    private static final int FREE = 2;

    static void check(DisjunctionContext expression, Positions positions) {
        var family = of(expression);
        if (family.conditions > FREE && family.and != null && family.or != null) {
            var second = family.and.getStartIndex() > family.or.getStartIndex() ? family.and : family.or;
            throw positions.error(second, "three or more conditions are joined all by && or all by ||; here both are used"
                    + " (conditions on one metric count as one, in parentheses of their own)");
        }
    }

    private static OperatorFamily of(DisjunctionContext or) {
        return joined(or.conjunction().stream().map(OperatorFamily::of).toList(), null, first(or.OR()));
    }

    private static OperatorFamily of(ConjunctionContext and) {
        return joined(and.condition().stream().map(OperatorFamily::of).toList(), first(and.AND()), null);
    }

    private static OperatorFamily of(ConditionContext condition) {
        if (condition.disjunction() != null) {
            return of(condition.disjunction());
        }
        var metric = condition.comparison() == null ? null : condition.comparison().WORD().getText();
        return new OperatorFamily(1, metric, null, null);
    }

    private static OperatorFamily joined(List<OperatorFamily> parts, Token and, Token or) {
        var first = parts.get(0);
        if (parts.size() == 1) {
            return first;
        }
        if (first.metric != null && parts.stream().allMatch(part -> first.metric.equals(part.metric))) {
            return new OperatorFamily(1, first.metric, null, null);
        }
        return new OperatorFamily(parts.stream().mapToInt(OperatorFamily::conditions).sum(), null,
                firstOf(and, parts.stream().map(OperatorFamily::and)), firstOf(or, parts.stream().map(OperatorFamily::or)));
    }

    private static Token firstOf(Token own, Stream<Token> others) {
        return own == null ? others.filter(Objects::nonNull).findFirst().orElse(null) : own;
    }

    private static Token first(List<TerminalNode> operators) {
        return operators.isEmpty() ? null : operators.get(0).getSymbol();
    }
}
