package io.tocsin.alerts.rule;

import java.util.Optional;
import java.util.Set;

import io.tocsin.expression.metric.AlertType;

/** What a rule looks at: events, or test results of one of ThousandEyes' alert types. */
public sealed interface RuleKind {

    /** Tocsin's own alert type. */
    String EVENT = "event";

    /** ThousandEyes' other types (wire/thousandeyes.md §3.4): no test result holds what they look at. */
    Set<String> NEVER_EVALUATED = Set.of("network-outage", "application-outage", "device-device", "device-interface",
            "endpoint-browser-sessions-agent", "endpoint-browser-sessions-application");

    record OfEvents() implements RuleKind {}

    record OfResults(AlertType type) implements RuleKind {}

    /** Empty for a word that is no alert type which Tocsin evaluates. */
    static Optional<RuleKind> of(String alertType) {
        return EVENT.equals(alertType) ? Optional.of(new OfEvents()) : AlertType.named(alertType).map(OfResults::new);
    }

    /** ThousandEyes' {@code AlertGroupType} of an alert type on test results, null for any other word. */
    static String groupOf(String alertType) {
        return AlertType.named(alertType).map(RuleKind::groupOf).orElse(null);
    }

    private static String groupOf(AlertType type) {
        if (type == AlertType.BGP) {
            return "bgp";
        }
        return type.word().startsWith("endpoint-") ? "endpoint" : "cloud-enterprise";
    }
}
