package io.tocsin.notifier.integration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Editor;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Which operations go to a connector: the assignments of operations, seen from the other side. */
@ApplicationScoped
class ConnectorAssignments {

    private final IntegrationChanges changes;

    ConnectorAssignments(IntegrationChanges changes) {
        this.changes = changes;
    }

    /** Empty when there is no such connector. */
    Uni<Optional<List<UUID>>> operationsOf(SqlClient client, Scope scope, UUID connector) {
        return changes.connectors()
                .one(client, scope, connector)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<List<UUID>>empty())
                        : changes.operations().all(client, scope).map(all -> Optional.of(assigned(all, connector))));
    }

    /** These go to it from now on, and no others. Empty when there is no such connector; fails with {@link Invalid}. */
    Uni<Optional<List<UUID>>> assign(SqlConnection transaction, Editor editor, UUID connector, List<UUID> operations) {
        var wanted = new LinkedHashSet<>(operations);
        return changes.connectors()
                .one(transaction, editor.scope(), connector)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<List<UUID>>empty())
                        : changes.operations()
                                .all(transaction, editor.scope())
                                .invoke(all -> requireAll(all, wanted))
                                .chain(all -> move(transaction, editor, connector, all, wanted))
                                .replaceWith(Optional.of(List.copyOf(wanted))));
    }

    private Uni<Void> move(SqlConnection transaction, Editor editor, UUID connector, List<Operation> all,
            LinkedHashSet<UUID> wanted) {
        return Multi.createFrom()
                .iterable(all.stream()
                        .filter(one -> one.connectors().contains(connector) != wanted.contains(one.id()))
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(one -> changes.assign(transaction, editor, one.id(), turned(one, connector)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** With the connector when it was without, and the other way round. */
    private static List<UUID> turned(Operation operation, UUID connector) {
        var connectors = new ArrayList<>(operation.connectors());
        if (!connectors.remove(connector)) {
            connectors.add(connector);
        }
        return connectors;
    }

    private static void requireAll(List<Operation> all, LinkedHashSet<UUID> wanted) {
        if (!all.stream().map(Operation::id).toList().containsAll(wanted)) {
            throw new Invalid("body", "must name webhook operations of this account group only");
        }
    }

    private static List<UUID> assigned(List<Operation> all, UUID connector) {
        return all.stream()
                .filter(operation -> operation.connectors().contains(connector))
                .map(Operation::id)
                .toList();
    }
}
