package io.tocsin.expression;

import java.math.BigDecimal;

import org.antlr.v4.runtime.Token;

import io.tocsin.expression.grammar.AlertExpressionParser.QuantityContext;
import io.tocsin.expression.metric.Kind;
import io.tocsin.expression.metric.Metric;
import io.tocsin.expression.metric.Unit;
import io.tocsin.expression.tree.Value;

/** A number and its unit; without one it is in the metric's own. */
final class QuantityBuilder {

    private static final int MAX_DIGITS = 30;

    private final Positions positions;

    QuantityBuilder(Positions positions) {
        this.positions = positions;
    }

    Value.Quantity quantity(QuantityContext context, Metric metric) {
        var amount = amount(context.NUMBER().getSymbol(), metric);
        if (context.getStop() == context.getStart()) {
            return new Value.Quantity(amount, null);
        }
        return new Value.Quantity(amount, unit(context.getStop(), metric));
    }

    private BigDecimal amount(Token number, Metric metric) {
        if (number.getText().length() > MAX_DIGITS) {
            throw positions.error(number, "a number may have " + MAX_DIGITS + " digits");
        }
        var amount = new BigDecimal(number.getText());
        if (metric.kind() != Kind.NUMBER && amount.stripTrailingZeros().scale() > 0) {
            throw positions.error(number, "'" + metric.name() + "' is compared with a whole number, not with "
                    + SyntaxComplaints.found(number));
        }
        return amount;
    }

    private String unit(Token unit, Metric metric) {
        if (metric.unit() == null) {
            throw positions.error(unit, "'" + metric.name() + "' has no unit, found " + SyntaxComplaints.found(unit));
        }
        return Unit.named(unit.getText())
                .filter(metric.unit()::measuresSameAs)
                .map(Unit::symbol)
                .orElseThrow(() -> positions.error(unit, SyntaxComplaints.found(unit) + " is no unit of '" + metric.name()
                        + "'; possible: " + String.join(", ", metric.unit().siblings())));
    }
}
