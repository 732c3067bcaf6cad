package io.tocsin.alerts.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleKind;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The rules which look at events. */
@ApplicationScoped
class RuleMemory {

    private final ScopedRules<EventRule> rules;

    RuleMemory(RuleMemoryStore store) {
        this.rules = new ScopedRules<>(store, RuleMemory::ready);
    }

    Uni<Map<Scope, List<EventRule>>> recall(SqlConnection transaction, Set<Scope> scopes) {
        return rules.recall(transaction, scopes);
    }

    private static Stream<EventRule> ready(Rule rule) {
        return RuleKind.EVENT.equals(rule.settings().alertType()) ? Stream.of(new EventRule(rule)) : Stream.empty();
    }
}
