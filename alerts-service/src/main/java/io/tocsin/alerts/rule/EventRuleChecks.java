package io.tocsin.alerts.rule;

import java.util.function.Consumer;

import io.tocsin.alerts.expression.EventExpression;
import io.tocsin.expression.ExpressionRejected;
import io.tocsin.http.problem.FieldError;

/** What is asked of rules of events in particular: they have neither rounds nor a known number of sources. */
final class EventRuleChecks {

    private EventRuleChecks() {}

    static void check(RuleSettings settings, Consumer<FieldError> errors) {
        if (settings.expression() != null && !settings.expression().isBlank()) {
            checkExpression(settings.expression(), errors);
        }
        checkRounds(settings, errors);
        checkSources(settings, errors);
    }

    private static void checkExpression(String expression, Consumer<FieldError> errors) {
        try {
            EventExpression.parse(expression);
        } catch (ExpressionRejected e) {
            errors.accept(FieldError.of("expression", e.getMessage()));
        }
    }

    private static void checkRounds(RuleSettings settings, Consumer<FieldError> errors) {
        int outOf = settings.roundsViolatingOutOf() == null ? 1 : settings.roundsViolatingOutOf();
        if (outOf > 1 && outOf <= 10) {
            errors.accept(FieldError.of("roundsViolatingOutOf",
                    "events have no rounds, their window slides with each of them: must be 1 for alert type event"));
        }
        if ("auto".equals(settings.roundsViolatingMode())) {
            errors.accept(FieldError.of("roundsViolatingMode", "must be any or exact for alert type event"));
        }
    }

    private static void checkSources(RuleSettings settings, Consumer<FieldError> errors) {
        if (settings.minimumSources() != null && settings.minimumSources() != 1) {
            errors.accept(FieldError.of("minimumSources",
                    "an alert of events opens with its first source: must be 1 or absent for alert type event"));
        }
        if (settings.minimumSourcesPct() != null && settings.minimumSourcesPct() > 0) {
            errors.accept(FieldError.of("minimumSourcesPct",
                    "nobody knows how many sources of events there are: must be 0 or absent for alert type event"));
        }
    }
}
