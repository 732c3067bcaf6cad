package io.tocsin.notifier.integration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

/** Keeps connectors and operations, and tells the audit log of each change in the same transaction. Secrets are never shown. */
@ApplicationScoped
public class IntegrationBook {

    private final Vertx vertx;
    private final Pool pool;
    private final SettingChecks checks;
    private final IntegrationChanges changes;
    private final ConnectorAssignments assignments;

    IntegrationBook(Vertx vertx, Pool pool, SettingChecks checks, IntegrationChanges changes,
            ConnectorAssignments assignments) {
        this.vertx = vertx;
        this.pool = pool;
        this.checks = checks;
        this.changes = changes;
        this.assignments = assignments;
    }

    /** In the order in which they were made. */
    public Uni<List<Connector>> connectors(Scope scope) {
        return changes.connectors().all(pool, scope).map(found -> found.stream().map(IntegrationBook::shown).toList());
    }

    public Uni<Optional<Connector>> connector(Scope scope, UUID id) {
        return changes.connectors().one(pool, scope, id).map(found -> found.map(IntegrationBook::shown));
    }

    /** Fails with {@link Invalid}. */
    public Uni<Connector> create(Editor editor, ConnectorSettings settings) {
        return checked(() -> checks.check(settings))
                .chain(() -> pool.withTransaction(transaction -> changes.create(transaction, editor, settings)))
                .map(this::told)
                .map(IntegrationBook::shown);
    }

    /** Everything it said is replaced, but secrets which are sent back as they were shown. Empty when there is no such connector. */
    public Uni<Optional<Connector>> replace(Editor editor, UUID id, ConnectorSettings settings) {
        return checked(() -> checks.check(settings))
                .chain(() -> pool.withTransaction(transaction -> changes.replace(transaction, editor, id, settings)))
                .map(this::told)
                .map(changed -> changed.map(IntegrationBook::shown));
    }

    /** Operations let go of it. False when there is no such connector. */
    public Uni<Boolean> deleteConnector(Editor editor, UUID id) {
        return pool.withTransaction(transaction -> changes.deleteConnector(transaction, editor, id))
                .map(this::told);
    }

    public Uni<List<Operation>> operations(Scope scope) {
        return changes.operations().all(pool, scope).map(found -> found.stream().map(IntegrationBook::shown).toList());
    }

    public Uni<Optional<Operation>> operation(Scope scope, UUID id) {
        return changes.operations().one(pool, scope, id).map(found -> found.map(IntegrationBook::shown));
    }

    /** Goes nowhere until connectors are assigned. Fails with {@link Invalid}. */
    public Uni<Operation> create(Editor editor, OperationSettings settings) {
        return checked(() -> checks.check(settings))
                .chain(() -> pool.withTransaction(transaction -> changes.create(transaction, editor, settings)))
                .map(this::told)
                .map(IntegrationBook::shown);
    }

    public Uni<Optional<Operation>> replace(Editor editor, UUID id, OperationSettings settings) {
        return checked(() -> checks.check(settings))
                .chain(() -> pool.withTransaction(transaction -> changes.replace(transaction, editor, id, settings)))
                .map(this::told)
                .map(changed -> changed.map(IntegrationBook::shown));
    }

    public Uni<Boolean> deleteOperation(Editor editor, UUID id) {
        return pool.withTransaction(transaction -> changes.deleteOperation(transaction, editor, id))
                .map(this::told);
    }

    /** It goes to these from now on, and to no other. Fails with {@link Invalid} when one of them does not exist. */
    public Uni<Optional<Operation>> assign(Editor editor, UUID operation, List<UUID> connectors) {
        return pool.withTransaction(transaction -> changes.assign(transaction, editor, operation, connectors))
                .map(this::told);
    }

    /** Which go to this connector. Empty when there is none of this id. */
    public Uni<Optional<List<UUID>>> operationsOf(Scope scope, UUID connector) {
        return assignments.operationsOf(pool, scope, connector);
    }

    /** These go to it from now on, and no others. Fails with {@link Invalid} when one of them does not exist. */
    public Uni<Optional<List<UUID>>> assignOperations(Editor editor, UUID connector, List<UUID> operations) {
        return pool.withTransaction(transaction -> assignments.assign(transaction, editor, connector, operations))
                .map(this::told);
    }

    private Uni<Void> checked(Runnable check) {
        return vertx.executeBlocking(() -> {
            check.run();
            return null;
        }, false);
    }

    private <T> T told(T changed) {
        changes.committed();
        return changed;
    }

    private static Connector shown(Connector kept) {
        return new Connector(kept.id(), kept.scope(), SecretSettings.shown(kept.settings()), kept.updatedAt());
    }

    private static Operation shown(Operation kept) {
        return new Operation(kept.id(), kept.scope(), kept.connectors(),
                kept.settings().with(SecretSettings.shownHeaders(kept.settings().headers())), kept.updatedAt());
    }
}
