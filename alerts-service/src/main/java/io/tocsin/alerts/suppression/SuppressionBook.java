package io.tocsin.alerts.suppression;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.trail.Trail;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;

/** Keeps suppression windows, and tells the audit log of each change in the same transaction. */
@ApplicationScoped
public class SuppressionBook {

    private final WindowChecks checks;
    private final WindowTransactions transactions;
    private final Trail trail;

    SuppressionBook(WindowChecks checks, WindowTransactions transactions, Trail trail) {
        this.checks = checks;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** In the order in which they were made. */
    public Uni<List<SuppressionWindow>> list(Scope scope) {
        return transactions.list(scope);
    }

    public Uni<Optional<SuppressionWindow>> find(Scope scope, long id) {
        return transactions.find(scope, id);
    }

    /** Fails with {@link io.tocsin.http.problem.Invalid}. */
    public Uni<SuppressionWindow> create(Editor editor, WindowSettings settings) {
        return Uni.createFrom()
                .item(() -> checks.checkedNew(settings))
                .chain(checked -> transactions.create(editor, checked))
                .invoke(trail::committed);
    }

    /** Everything the window said is replaced. Empty when there is no such window; fails with {@link io.tocsin.http.problem.Invalid}. */
    public Uni<Optional<SuppressionWindow>> replace(Editor editor, long id, WindowSettings settings) {
        return Uni.createFrom()
                .item(() -> checks.checked(settings))
                .chain(checked -> transactions.replace(editor, id, checked))
                .invoke(this::told);
    }

    /** Empty when there is no such window, else the window as it was. */
    public Uni<Optional<SuppressionWindow>> delete(Editor editor, long id) {
        return transactions.delete(editor, id)
                .invoke(this::told);
    }

    private void told(Optional<SuppressionWindow> changed) {
        changed.ifPresent(window -> trail.committed());
    }
}
