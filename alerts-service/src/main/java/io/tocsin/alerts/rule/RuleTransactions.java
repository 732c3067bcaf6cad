package io.tocsin.alerts.rule;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** One transaction for each thing that {@link RuleBook} does. */
@ApplicationScoped
class RuleTransactions {

    private final RuleStore store;
    private final RuleChanges changes;
    private final RuleTrail trail;
    private final Clock clock;

    RuleTransactions(RuleStore store, RuleChanges changes, RuleTrail trail, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.trail = trail;
        this.clock = clock;
    }

    @WithSession
    Uni<List<Rule>> list(Scope scope) {
        return store.all(scope)
                .map(changes::toRules);
    }

    @WithSession
    Uni<Optional<Rule>> find(Scope scope, long id) {
        return store.one(scope, id)
                .map(changes::toRule);
    }

    /** Does nothing but in a scope whose rules nobody ever changed. */
    @WithTransaction
    Uni<Void> begin(Scope scope) {
        return store.version(scope)
                .chain(version -> version == 0 ? beginUntouched(scope) : Uni.createFrom().voidItem());
    }

    /** Of several who begin at once the first to change the version does. */
    private Uni<Void> beginUntouched(Scope scope) {
        return store.beginChange(scope)
                .chain(() -> store.version(scope))
                .chain(version -> version == 1 ? changes.insertBuiltIn(scope, clock.instant()) : Uni.createFrom().voidItem());
    }

    @WithTransaction
    Uni<Rule> create(Editor editor, RuleSettings settings) {
        var now = clock.instant();
        return store.beginChange(editor.scope())
                .chain(() -> changes.insert(editor, settings, now))
                .call(rule -> trail.created(editor, rule.settings(), now));
    }

    @WithTransaction
    Uni<Optional<Rule>> replace(Editor editor, long id, RuleSettings settings) {
        return store.beginChange(editor.scope())
                .chain(() -> store.one(editor.scope(), id))
                .chain(entity -> entity == null ? none() : replaceKnown(editor, entity, settings));
    }

    @WithTransaction
    Uni<Optional<Rule>> delete(Editor editor, long id) {
        return store.beginChange(editor.scope())
                .chain(() -> store.one(editor.scope(), id))
                .chain(entity -> entity == null ? none() : deleteKnown(editor, entity));
    }

    private Uni<Optional<Rule>> replaceKnown(Editor editor, RuleEntity entity, RuleSettings settings) {
        var now = clock.instant();
        var before = entity.settings;
        return changes.update(entity, editor, settings, now)
                .call(() -> trail.updated(editor, before, settings, now))
                .map(Optional::of);
    }

    private Uni<Optional<Rule>> deleteKnown(Editor editor, RuleEntity entity) {
        var now = clock.instant();
        return changes.delete(entity, now)
                .call(rule -> trail.deleted(editor, rule.settings(), now))
                .map(Optional::of);
    }

    private static Uni<Optional<Rule>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}
