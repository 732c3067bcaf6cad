package io.tocsin.alerts.result;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.RuleMemoryStore;
import io.tocsin.alerts.evaluation.ScopedRules;
import io.tocsin.alerts.rule.DefaultRules;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The rules which look at test results; an account group whose first result comes gets its default rules before. */
@ApplicationScoped
class ResultRules {

    private final ScopedRules<ResultRule> rules;
    private final DefaultRules defaults;

    ResultRules(RuleMemoryStore store, DefaultRules defaults) {
        this.rules = new ScopedRules<>(store, ResultRule::ready);
        this.defaults = defaults;
    }

    /** As they are now, and as they stay until the transaction ends. */
    Uni<Map<Scope, List<ResultRule>>> recall(SqlConnection transaction, Set<Scope> scopes) {
        return Multi.createFrom()
                .iterable(scopes)
                .onItem()
                .transformToUniAndConcatenate(defaults::begin)
                .collect()
                .last()
                .chain(() -> rules.recall(transaction, scopes));
    }
}
