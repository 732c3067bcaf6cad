package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.dialects.thousandeyes.v6.V6Ids;
import io.tocsin.dialects.thousandeyes.v6.V6Rule;
import io.tocsin.dialects.thousandeyes.v6.V6Rules;

/** From rules to v6's form of them, wire/thousandeyes.md §6.2. */
@Singleton
class V6RuleTranslator {

    private static final String ENDPOINT = "endpoint";

    /** v6 knows no rules of endpoint agents. */
    V6Rules list(List<Rule> rules) {
        return new V6Rules(rules.stream()
                .filter(rule -> !ENDPOINT.equals(rule.settings().alertGroupType()))
                .map(rule -> rule(rule, null))
                .toList());
    }

    V6Rules alone(Rule rule) {
        return new V6Rules(List.of(rule(rule, null)));
    }

    /** As the answer to a change. */
    V6Rule changed(Rule rule) {
        return rule(rule, rule.id());
    }

    private static V6Rule rule(Rule rule, Long alertRuleId) {
        var settings = rule.settings();
        return new V6Rule(rule.id(), alertRuleId, settings.ruleName(), settings.description(), settings.expression(),
                settings.tellsWhenClear() ? 1 : 0, settings.roundsViolatingRequired(),
                Boolean.TRUE.equals(settings.isDefault()) ? 1 : 0, settings.recipients(), V6Words.typeOf(settings.alertType()),
                settings.minimumSources(), settings.minimumSourcesPct(), V6Words.loud(settings.direction()),
                V6Words.loud(settings.roundsViolatingMode()), settings.roundsViolatingOutOf(),
                settings.roundsViolatingRequired(), V6Ids.flag(settings.includeCoveredPrefixes()),
                V6Words.loud(settings.severityOrDefault()), notifications(settings));
    }

    private static V6Rule.Notifications notifications(RuleSettings settings) {
        return settings.notifications() == null
                ? null
                : new V6Rule.Notifications(new V6Rule.Email(settings.note(), settings.recipients()));
    }
}
