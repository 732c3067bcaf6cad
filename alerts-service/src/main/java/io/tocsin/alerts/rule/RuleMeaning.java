package io.tocsin.alerts.rule;

import io.tocsin.alerts.expression.EventExpression;
import io.tocsin.expression.Expression;
import io.tocsin.expression.ExpressionRejected;

/**
 * What a rule asks, so that two texts which ask the same are equal: blanks and brackets aside.
 *
 * @param question the expression read; its text when a former release accepted what this one does not
 */
record RuleMeaning(String alertType, Object question) {

    static RuleMeaning of(RuleSettings settings) {
        return new RuleMeaning(settings.alertType(), question(settings));
    }

    private static Object question(RuleSettings settings) {
        var kind = RuleKind.of(settings.alertType()).orElse(null);
        try {
            return kind instanceof RuleKind.OfResults results
                    ? Expression.parse(results.type(), settings.expression())
                    : EventExpression.parse(settings.expression());
        } catch (ExpressionRejected e) {
            return settings.expression();
        }
    }
}
