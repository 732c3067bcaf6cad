package io.tocsin.expression.tree;

import java.util.Objects;
import java.util.Optional;

/** @param scope which sources and targets the rule looks at, null for all; @param condition what violates it */
public record AlertRule(Condition scope, Condition condition) {

    public AlertRule {
        Objects.requireNonNull(condition, "condition");
    }

    public Optional<Condition> narrowing() {
        return Optional.ofNullable(scope);
    }
}
