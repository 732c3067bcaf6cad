package io.tocsin.alerts.rule;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;

/** Gives each account group its built-in rules before anything else happens to its rules; those which were deleted stay away. */
@ApplicationScoped
public class DefaultRules {

    private final RuleTransactions transactions;
    private final RuleConfig config;

    /** Those which certainly began, so that the database is not asked again. */
    private final Set<Scope> begun = ConcurrentHashMap.newKeySet();

    DefaultRules(RuleTransactions transactions, RuleConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    /** Whoever is first does it, on whichever replica. */
    public Uni<Void> begin(Scope scope) {
        if (!config.builtIn() || begun.contains(scope)) {
            return Uni.createFrom().voidItem();
        }
        return transactions.begin(scope)
                .invoke(() -> begun.add(scope));
    }
}
