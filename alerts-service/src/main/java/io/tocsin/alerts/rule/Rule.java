package io.tocsin.alerts.rule;

import java.util.Objects;

import io.tocsin.model.Scope;

/** @param id given by Tocsin, a number in ThousandEyes' v6 */
public record Rule(long id, Scope scope, String accountGroupName, RuleSettings settings) {

    public Rule {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(accountGroupName, "accountGroupName");
        Objects.requireNonNull(settings, "settings");
    }
}
