package io.tocsin.alerts.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.expression.ExpressionRejected;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * The rules of each scope, ready to be asked. A replica keeps them as long as the scope's version stays what it was, so that a rule
 * made anywhere counts everywhere with the next message.
 *
 * @param <R> a rule made ready
 */
public final class ScopedRules<R> {

    private final RuleMemoryStore store;
    private final Function<Rule, Stream<R>> ready;
    private final Map<Scope, Remembered<R>> remembered = new ConcurrentHashMap<>();

    private record Remembered<R>(long version, List<R> rules) {}

    /** @param ready nothing for a rule of another kind; may fail with {@link ExpressionRejected} */
    public ScopedRules(RuleMemoryStore store, Function<Rule, Stream<R>> ready) {
        this.store = store;
        this.ready = ready;
    }

    /** The rules of the scopes as they are now, and as they stay until the transaction ends. */
    public Uni<Map<Scope, List<R>>> recall(SqlConnection transaction, Set<Scope> scopes) {
        return store.shutOutWriters(transaction, scopes)
                .chain(() -> store.versions(transaction, scopes))
                .call(versions -> refresh(transaction, versions))
                .map(versions -> rulesOf(versions.keySet()));
    }

    private Uni<Void> refresh(SqlConnection transaction, Map<Scope, Long> versions) {
        var old = versions.keySet()
                .stream()
                .filter(scope -> !isCurrent(scope, versions.get(scope)))
                .toList();
        if (old.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.rules(transaction, old)
                .invoke(rules -> old.forEach(scope -> remember(scope, versions.get(scope), rules)))
                .replaceWithVoid();
    }

    private boolean isCurrent(Scope scope, long version) {
        var known = remembered.get(scope);
        return known != null && known.version() == version;
    }

    private void remember(Scope scope, long version, List<Rule> rules) {
        var ofScope = rules.stream()
                .filter(rule -> rule.scope().equals(scope))
                .flatMap(this::ready)
                .toList();
        remembered.put(scope, new Remembered<>(version, ofScope));
    }

    /** One rule that a former release accepted and this one cannot read must not stop the others. */
    private Stream<R> ready(Rule rule) {
        try {
            return ready.apply(rule);
        } catch (ExpressionRejected e) {
            Log.errorf("rule is not evaluated, replace its expression: rule=%d organization=%s accountGroup=%s reason=%s",
                    rule.id(), rule.scope().organization(), rule.scope().accountGroup(), e.getMessage());
            return Stream.empty();
        }
    }

    private Map<Scope, List<R>> rulesOf(Set<Scope> scopes) {
        var rules = new HashMap<Scope, List<R>>();
        scopes.forEach(scope -> rules.put(scope, remembered.get(scope).rules()));
        return rules;
    }
}
