package io.tocsin.alerts.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.Consumer;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;

import io.tocsin.expression.metric.AlertType;
import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;

/** Tells an author everything that is wrong with a rule at once, and refuses what Tocsin would accept but never do. */
@Singleton
class RuleChecks {

    private final Validator validator;

    RuleChecks(Validator validator) {
        this.validator = validator;
    }

    /** Fails with {@link Invalid}, whose errors name each member. */
    void check(RuleSettings settings) {
        var errors = new ArrayList<FieldError>();
        validator.validate(settings).forEach(violation -> errors.add(FieldError.of(violation)));
        checkRounds(settings, errors::add);
        checkByType(settings, errors::add);
        checkIntegrations(settings.notifications(), errors::add);
        if (!errors.isEmpty()) {
            throw new Invalid(errors.stream().sorted(Comparator.comparing(FieldError::field)).toList());
        }
    }

    private static void checkRounds(RuleSettings settings, Consumer<FieldError> errors) {
        int outOf = settings.roundsViolatingOutOf() == null ? 1 : settings.roundsViolatingOutOf();
        var required = settings.roundsViolatingRequired();
        if (required != null && required != 1 && required > outOf) {
            errors.accept(FieldError.of("roundsViolatingRequired", "must not be greater than roundsViolatingOutOf"));
        }
    }

    private static void checkByType(RuleSettings settings, Consumer<FieldError> errors) {
        if (settings.alertType() == null || settings.alertType().isBlank()) {
            return;
        }
        RuleKind.of(settings.alertType())
                .ifPresentOrElse(kind -> checkKind(settings, kind, errors), () -> errors.accept(unknown(settings.alertType())));
    }

    private static void checkKind(RuleSettings settings, RuleKind kind, Consumer<FieldError> errors) {
        if (kind instanceof RuleKind.OfResults results) {
            ResultRuleChecks.check(settings, results.type(), errors);
        } else {
            EventRuleChecks.check(settings, errors);
        }
    }

    private static FieldError unknown(String type) {
        return FieldError.of("alertType", (RuleKind.NEVER_EVALUATED.contains(type)
                ? "'" + type + "' looks at what no test result holds, a rule of it would never alert; supported: "
                : "'" + type + "' is no alert type; supported: ")
                + RuleKind.EVENT + ", " + String.join(", ", AlertType.words()));
    }

    private static void checkIntegrations(RuleNotifications notifications, Consumer<FieldError> errors) {
        if (notifications == null) {
            return;
        }
        if (notifications.thirdParty() != null && !notifications.thirdParty().isEmpty()) {
            errors.accept(FieldError.of("notifications.thirdParty",
                    "is not supported, nobody would be told; use customWebhook, or leave it empty"));
        }
    }
}
