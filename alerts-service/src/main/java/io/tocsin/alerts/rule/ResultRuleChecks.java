package io.tocsin.alerts.rule;

import java.util.function.Consumer;

import io.tocsin.alerts.expression.EventExpression;
import io.tocsin.expression.Expression;
import io.tocsin.expression.ExpressionRejected;
import io.tocsin.expression.metric.AlertType;
import io.tocsin.http.problem.FieldError;

/** What is asked of rules of test results in particular: an expression in the words of their alert type. */
final class ResultRuleChecks {

    private ResultRuleChecks() {}

    static void check(RuleSettings settings, AlertType type, Consumer<FieldError> errors) {
        if (settings.expression() == null || settings.expression().isBlank()) {
            return;
        }
        try {
            Expression.parse(type, settings.expression());
        } catch (ExpressionRejected e) {
            errors.accept(FieldError.of("expression", isOfEvents(settings.expression())
                    ? "column 1: this is an expression of alert type event, not of " + type.word()
                    : e.getMessage()));
        }
    }

    private static boolean isOfEvents(String expression) {
        try {
            EventExpression.parse(expression);
            return true;
        } catch (ExpressionRejected e) {
            return false;
        }
    }
}
