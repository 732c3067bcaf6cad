package io.tocsin.expression;

import java.util.stream.Collectors;

import org.antlr.v4.runtime.Token;

import io.tocsin.expression.grammar.AlertExpressionParser;
import io.tocsin.expression.grammar.AlertExpressionParser.ComparisonContext;
import io.tocsin.expression.grammar.AlertExpressionParser.DynamicContext;
import io.tocsin.expression.grammar.AlertExpressionParser.OperatorContext;
import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.tree.Condition.Comparison;
import io.tocsin.expression.tree.Condition.Dynamic;
import io.tocsin.expression.tree.Condition.Flag;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Sensitivity;

/** A metric and what is asked of it. */
final class ConditionBuilder {

    private final Place place;
    private final ValueBuilder values;

    ConditionBuilder(Place place) {
        this.place = place;
        this.values = new ValueBuilder(place.positions());
    }

    Comparison comparison(ComparisonContext context) {
        var metric = place.metric(context.WORD().getSymbol());
        var operator = operator(context.operator(), metric);
        return new Comparison(metric.name(), operator, values.value(context.value(), metric, operator));
    }

    Flag flag(Token name, boolean wanted) {
        var metric = place.metric(name);
        if (metric.kind() != Kind.FLAG) {
            throw place.positions()
                    .error(name, "'" + metric.name() + "' is not true or false: it takes one of the operators "
                            + operators(metric));
        }
        return new Flag(metric.name(), wanted);
    }

    Dynamic dynamic(DynamicContext context) {
        if (!place.hasBaselines()) {
            throw place.positions().error(context.getStart(), "Auto(...) cannot stand in " + place.description());
        }
        var metric = place.metric(context.WORD(0).getSymbol());
        if (!metric.kind().isNumeric() || metric.kind() == Kind.CODE) {
            throw place.positions()
                    .error(context.WORD(0).getSymbol(), "'" + metric.name()
                            + "' has no baseline: Auto(...) takes a metric whose values are numbers");
        }
        return new Dynamic(metric.name(), order(context.operator()), sensitivity(context));
    }

    private Sensitivity sensitivity(DynamicContext context) {
        var level = context.WORD(1).getSymbol();
        var word = context.WORD(2).getSymbol();
        if (!word.getText().equals("sensitivity")) {
            throw place.positions().error(word, "found " + SyntaxComplaints.found(word) + ", expected 'sensitivity'");
        }
        return Sensitivity.named(level.getText())
                .orElseThrow(() -> place.positions()
                        .error(level, "found " + SyntaxComplaints.found(level)
                                + ", expected High, Medium or Low"));
    }

    private Operator order(OperatorContext context) {
        var operator = read(context);
        if (!Operator.ORDER.contains(operator)) {
            throw place.positions().error(context.getStart(), "Auto(...) takes one of the operators > >= < <=");
        }
        return operator;
    }

    private Operator operator(OperatorContext context, Metric metric) {
        var operator = read(context);
        if (!metric.kind().operators().contains(operator)) {
            throw place.positions()
                    .error(context.getStart(), "'" + metric.name() + "' takes one of the operators "
                            + operators(metric) + ", not " + operator.sign());
        }
        return operator;
    }

    private static String operators(Metric metric) {
        return metric.kind().operators().stream().map(Operator::sign).collect(Collectors.joining(" "));
    }

    private static Operator read(OperatorContext context) {
        return switch (context.getStop().getType()) {
            case AlertExpressionParser.GT -> Operator.GREATER;
            case AlertExpressionParser.GE -> Operator.AT_LEAST;
            case AlertExpressionParser.LT -> Operator.LESS;
            case AlertExpressionParser.LE -> Operator.AT_MOST;
            case AlertExpressionParser.EQ -> Operator.EQUAL;
            case AlertExpressionParser.NE -> Operator.NOT_EQUAL;
            case AlertExpressionParser.MATCHES -> Operator.MATCHES;
            case AlertExpressionParser.NOT_MATCHES -> Operator.NOT_MATCHES;
            default -> context.NOT() == null ? Operator.IN : Operator.NOT_IN;
        };
    }
}
