package io.tocsin.alerts.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.tuples.Tuple2;
import io.tocsin.alerts.suppression.SuppressionReader;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Reads the rules and the suppression windows of account groups, as they are when a batch is evaluated. */
@ApplicationScoped
class Watches {

    private final ResultRules rules;
    private final SuppressionReader windows;

    Watches(ResultRules rules, SuppressionReader windows) {
        this.rules = rules;
        this.windows = windows;
    }

    Uni<Map<Scope, Watch>> read(SqlConnection transaction, Set<Scope> scopes) {
        return rules.recall(transaction, scopes)
                .chain(byScope -> watches(transaction, scopes, scope -> byScope.getOrDefault(scope, List.of())));
    }

    private Uni<Map<Scope, Watch>> watches(
            SqlConnection transaction, Set<Scope> scopes, Function<Scope, List<ResultRule>> rulesOf) {
        return Multi.createFrom()
                .iterable(scopes)
                .onItem()
                .transformToUniAndConcatenate(scope -> watch(transaction, scope, rulesOf.apply(scope)))
                .collect()
                .asMap(Tuple2::getItem1, Tuple2::getItem2);
    }

    private Uni<Tuple2<Scope, Watch>> watch(SqlConnection transaction, Scope scope, List<ResultRule> rulesOfScope) {
        return windows.read(transaction, scope)
                .map(suppressions -> Tuple2.of(scope, new Watch(rulesOfScope, suppressions)));
    }
}
