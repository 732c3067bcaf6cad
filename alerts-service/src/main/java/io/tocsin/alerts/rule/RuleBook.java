package io.tocsin.alerts.rule;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.trail.Trail;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** Keeps alert rules, and tells the audit log of each change in the same transaction. */
@ApplicationScoped
public class RuleBook {

    private final RuleChecks checks;
    private final DefaultRules defaults;
    private final RuleTransactions transactions;
    private final Trail trail;

    RuleBook(RuleChecks checks, DefaultRules defaults, RuleTransactions transactions, Trail trail) {
        this.checks = checks;
        this.defaults = defaults;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** In the order in which they were made. */
    public Uni<List<Rule>> list(Scope scope) {
        return defaults.begin(scope)
                .chain(() -> transactions.list(scope));
    }

    public Uni<Optional<Rule>> find(Scope scope, long id) {
        return transactions.find(scope, id);
    }

    /** Fails with {@link io.tocsin.http.problem.Invalid}. */
    public Uni<Rule> create(Editor editor, RuleSettings settings) {
        return checked(settings)
                .chain(() -> defaults.begin(editor.scope()))
                .chain(() -> transactions.create(editor, settings))
                .invoke(this::told);
    }

    /** Everything the rule said is replaced. Empty when there is no such rule; fails with {@link io.tocsin.http.problem.Invalid}. */
    public Uni<Optional<Rule>> replace(Editor editor, long id, RuleSettings settings) {
        return checked(settings)
                .chain(() -> transactions.replace(editor, id, settings))
                .invoke(changed -> changed.ifPresent(this::told));
    }

    /** Empty when there is no such rule, else the rule as it was. Its open alert ends, and nobody is told. */
    public Uni<Optional<Rule>> delete(Editor editor, long id) {
        return transactions.delete(editor, id)
                .invoke(deleted -> deleted.ifPresent(this::told));
    }

    private Uni<RuleSettings> checked(RuleSettings settings) {
        return Uni.createFrom()
                .item(settings)
                .invoke(checks::check);
    }

    private void told(Rule rule) {
        trail.committed();
    }
}
