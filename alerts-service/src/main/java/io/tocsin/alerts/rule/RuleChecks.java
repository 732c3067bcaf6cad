package io.tocsin.alerts.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import io.tocsin.alerts.expression.EventExpression;
import io.tocsin.alerts.expression.ExpressionRejected;
import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;

/** Tells an author everything that is wrong with a rule at once, and refuses what Tocsin would accept but never do. */
@Singleton
class RuleChecks {

    static final String EVENT = "event";

    /** ThousandEyes' other types, wire/thousandeyes.md §3.4. */
    private static final Set<String> NOT_EVALUATED = Set.of("page-load", "http-server", "end-to-end-server", "end-to-end-agent",
            "voice", "dns-server", "dns-trace", "dnssec", "bgp", "path-trace", "ftp", "sip-server", "transactions",
            "web-transactions", "web-transaction", "api", "agent", "network-outage", "application-outage", "device-device",
            "device-interface", "endpoint-network-server", "endpoint-http-server", "endpoint-path-trace",
            "endpoint-browser-sessions-agent", "endpoint-browser-sessions-application");

    private static final String ELEMENT = ".<list element>";

    private final Validator validator;

    RuleChecks(Validator validator) {
        this.validator = validator;
    }

    /** Fails with {@link Invalid}, whose errors name each member. */
    void check(RuleSettings settings) {
        var errors = new ArrayList<FieldError>();
        validator.validate(settings).forEach(violation -> errors.add(error(violation)));
        checkType(settings.alertType(), errors);
        if (EVENT.equals(settings.alertType())) {
            checkExpression(settings.expression(), errors);
            checkRounds(settings, errors::add);
            checkSources(settings, errors::add);
        }
        checkIntegrations(settings.notifications(), errors::add);
        if (!errors.isEmpty()) {
            throw new Invalid(errors.stream().sorted(Comparator.comparing(FieldError::field)).toList());
        }
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return FieldError.of(path.endsWith(ELEMENT) ? path.substring(0, path.length() - ELEMENT.length()) : path,
                violation.getMessage());
    }

    private static void checkType(String type, List<FieldError> errors) {
        if (type == null || type.isBlank() || type.equals(EVENT)) {
            return;
        }
        errors.add(FieldError.of("alertType", NOT_EVALUATED.contains(type)
                ? "'" + type + "' is not supported yet, a rule of it would never alert; supported: " + EVENT
                : "'" + type + "' is no alert type; supported: " + EVENT));
    }

    private static void checkExpression(String expression, List<FieldError> errors) {
        if (expression == null || expression.isBlank()) {
            return;
        }
        try {
            EventExpression.parse(expression);
        } catch (ExpressionRejected e) {
            errors.add(FieldError.of("expression", e.getMessage()));
        }
    }

    private static void checkRounds(RuleSettings settings, Consumer<FieldError> errors) {
        int outOf = settings.roundsViolatingOutOf() == null ? 1 : settings.roundsViolatingOutOf();
        if (outOf > 1 && outOf <= 10) {
            errors.accept(FieldError.of("roundsViolatingOutOf",
                    "events have no rounds, their window slides with each of them: must be 1 for alert type event"));
        }
        if (isOtherThanOne(settings.roundsViolatingRequired()) && settings.roundsViolatingRequired() > outOf) {
            errors.accept(FieldError.of("roundsViolatingRequired", "must not be greater than roundsViolatingOutOf"));
        }
        if ("auto".equals(settings.roundsViolatingMode())) {
            errors.accept(FieldError.of("roundsViolatingMode", "must be any or exact for alert type event"));
        }
    }

    private static void checkSources(RuleSettings settings, Consumer<FieldError> errors) {
        if (isOtherThanOne(settings.minimumSources())) {
            errors.accept(FieldError.of("minimumSources",
                    "an alert of events opens with its first source: must be 1 or absent for alert type event"));
        }
        if (settings.minimumSourcesPct() != null && settings.minimumSourcesPct() > 0) {
            errors.accept(FieldError.of("minimumSourcesPct",
                    "nobody knows how many sources of events there are: must be 0 or absent for alert type event"));
        }
    }

    private static boolean isOtherThanOne(Integer number) {
        return number != null && number != 1;
    }

    private static void checkIntegrations(RuleNotifications notifications, Consumer<FieldError> errors) {
        if (notifications == null) {
            return;
        }
        Stream.of(
                new Integrations("thirdParty", notifications.thirdParty()),
                new Integrations("webhook", notifications.webhook()),
                new Integrations("customWebhook", notifications.customWebhook()))
                .filter(Integrations::areWanted)
                .map(wanted -> FieldError.of("notifications." + wanted.member(),
                        "integrations are not supported yet, nobody would be told; must be empty or absent"))
                .forEach(errors);
    }

    private record Integrations(String member, List<?> list) {

        boolean areWanted() {
            return list != null && !list.isEmpty();
        }
    }
}
