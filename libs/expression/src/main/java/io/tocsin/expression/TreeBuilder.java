package io.tocsin.expression;

import org.antlr.v4.runtime.ParserRuleContext;

import io.tocsin.expression.grammar.AlertExpressionParser.AlertRuleContext;
import io.tocsin.expression.grammar.AlertExpressionParser.ConditionContext;
import io.tocsin.expression.grammar.AlertExpressionParser.ConjunctionContext;
import io.tocsin.expression.grammar.AlertExpressionParser.DisjunctionContext;
import io.tocsin.expression.grammar.AlertExpressionParser.PartsContext;
import io.tocsin.expression.grammar.AlertExpressionParser.SelectorContext;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.expression.metric.PartMetric;
import io.tocsin.expression.metric.PartMetric.Selection;
import io.tocsin.expression.tree.AlertRule;
import io.tocsin.expression.tree.Condition;
import io.tocsin.expression.tree.Condition.All;
import io.tocsin.expression.tree.Condition.Any;
import io.tocsin.expression.tree.Condition.EachPart;
import io.tocsin.expression.tree.Condition.PartAt;
import io.tocsin.expression.tree.Condition.Parts;
import io.tocsin.expression.tree.Condition.PartsWhere;
import io.tocsin.expression.tree.Condition.Selector;

/** Parse tree to expression tree, in one place of the expression, where certain words are known. */
final class TreeBuilder {

    private final Place place;
    private final ConditionBuilder conditions;

    private TreeBuilder(Place place) {
        this.place = place;
        this.conditions = new ConditionBuilder(place);
    }

    static AlertRule rule(AlertRuleContext rule, AlertType type, Positions positions) {
        var scope = rule.scope() == null ? null : scope(rule.scope().disjunction(), type, positions);
        return new AlertRule(scope, checked(rule.disjunction(), Place.expression(type, positions)));
    }

    private static Condition scope(DisjunctionContext scope, AlertType type, Positions positions) {
        return checked(scope, Place.scope(type, positions));
    }

    private static Condition checked(DisjunctionContext context, Place place) {
        var condition = new TreeBuilder(place).disjunction(context);
        OperatorFamily.check(context, place.positions());
        return condition;
    }

    private Condition disjunction(DisjunctionContext or) {
        var parts = or.conjunction().stream().map(this::conjunction).toList();
        return parts.size() == 1 ? parts.get(0) : new Any(parts);
    }

    private Condition conjunction(ConjunctionContext and) {
        var parts = and.condition().stream().map(this::condition).toList();
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private Condition condition(ConditionContext condition) {
        if (condition.disjunction() != null) {
            return disjunction(condition.disjunction());
        }
        if (condition.parts() != null) {
            return parts(condition.parts());
        }
        if (condition.dynamic() != null) {
            return conditions.dynamic(condition.dynamic());
        }
        return condition.comparison() != null
                ? conditions.comparison(condition.comparison())
                : conditions.flag(condition.WORD().getSymbol(), condition.NOT() == null);
    }

    private Condition parts(PartsContext context) {
        var name = context.WORD().getSymbol();
        var part = place.part(name);
        var inner = place.inside(part);
        var selector = context.selector() == null ? new EachPart() : selector(context.selector(), part, inner);
        return new Parts(name.getText(), selector, checked(context.disjunction(), inner));
    }

    private Selector selector(SelectorContext selector, PartMetric part, Place inner) {
        if (selector.NUMBER() != null) {
            demand(part, Selection.BY_NUMBER, selector);
            return new PartAt(place.index(selector.NUMBER().getSymbol()));
        }
        demand(part, Selection.BY_CONDITION, selector);
        return new PartsWhere(checked(selector.disjunction(), inner));
    }

    private void demand(PartMetric part, Selection selection, ParserRuleContext selector) {
        if (part.selection() != selection) {
            throw place.positions().error(selector.getStart(), "'" + part.name() + "' " + switch (part.selection()) {
                case NONE -> "has no brackets";
                case BY_NUMBER -> "takes a number in brackets, as in " + part.name() + "[1]((...))";
                case BY_CONDITION -> "takes a condition in brackets, as in " + part.name() + "[(("
                        + part.title().name() + " == \"x\"))]((...))";
            });
        }
    }
}
