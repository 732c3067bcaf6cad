package io.tocsin.expression;

import org.antlr.v4.runtime.Token;

import io.tocsin.expression.grammar.AlertExpressionParser.ItemContext;
import io.tocsin.expression.grammar.AlertExpressionParser.QuantityContext;
import io.tocsin.expression.grammar.AlertExpressionParser.ValueContext;
import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.tree.Operator;
import io.tocsin.expression.tree.Value;

/** What stands after an operator, if the metric can be compared with it. */
final class ValueBuilder {

    private final Positions positions;
    private final QuantityBuilder quantities;
    private final TextBuilder texts;

    ValueBuilder(Positions positions) {
        this.positions = positions;
        this.quantities = new QuantityBuilder(positions);
        this.texts = new TextBuilder(positions);
    }

    Value value(ValueContext context, Metric metric, Operator operator) {
        return switch (operator) {
            case IN, NOT_IN -> choice(context, metric);
            case MATCHES, NOT_MATCHES -> regex(context, metric);
            case EQUAL, NOT_EQUAL -> context.NULL() == null ? single(context, metric) : new Value.Nothing();
            case GREATER, AT_LEAST, LESS, AT_MOST -> single(context, metric);
        };
    }

    private Value choice(ValueContext context, Metric metric) {
        if (context.LBRACE() == null) {
            throw wrong(context.getStart(), metric, "a list in braces, as in {\"a\", \"b\"}");
        }
        return new Value.Choice(context.item().stream().map(item -> item(item, metric)).toList());
    }

    private Value item(ItemContext item, Metric metric) {
        if (item.quantity() != null) {
            return number(item.quantity(), metric);
        }
        return text(item.STRING().getSymbol(), metric);
    }

    /** A regular expression may stand in quotes as well. */
    private Value regex(ValueContext context, Metric metric) {
        if (context.REGEX() == null && context.STRING() == null) {
            throw wrong(context.getStart(), metric, "a regular expression in slashes, as in /time.*out/");
        }
        return texts.regex(context.getStart());
    }

    private Value single(ValueContext context, Metric metric) {
        if (context.quantity() != null) {
            return number(context.quantity(), metric);
        }
        if (context.STRING() != null) {
            return text(context.STRING().getSymbol(), metric);
        }
        if (metric.kind() == Kind.FLAG && (context.TRUE() != null || context.FALSE() != null)) {
            return new Value.Truth(context.TRUE() != null);
        }
        throw wrong(context.getStart(), metric, metric.kind().description());
    }

    private Value number(QuantityContext context, Metric metric) {
        if (!metric.kind().isNumeric()) {
            throw wrong(context.getStart(), metric, metric.kind().description());
        }
        return quantities.quantity(context, metric);
    }

    private Value text(Token string, Metric metric) {
        if (metric.kind() == Kind.CODE) {
            return texts.code(string, metric);
        }
        if (metric.kind().isNumeric() || metric.kind() == Kind.FLAG) {
            throw wrong(string, metric, metric.kind().description());
        }
        return metric.kind().isNetwork() ? texts.network(string, metric) : texts.text(string);
    }

    private ExpressionRejected wrong(Token token, Metric metric, String expected) {
        return positions.error(token, "'" + metric.name() + "' is compared with " + expected + ", not with "
                + SyntaxComplaints.found(token));
    }
}
