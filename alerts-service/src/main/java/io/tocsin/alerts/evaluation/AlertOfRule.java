package io.tocsin.alerts.evaluation;

import io.tocsin.alerts.rule.RuleSettings;
import io.tocsin.model.Scope;

/** An alert that an evaluation opened or changed, with its rule. */
record AlertOfRule(EventRule rule, AlertDraft draft) {

    Scope scope() {
        return rule.rule().scope();
    }

    RuleSettings settings() {
        return rule.rule().settings();
    }
}
