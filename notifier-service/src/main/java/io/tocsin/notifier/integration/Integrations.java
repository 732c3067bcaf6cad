package io.tocsin.notifier.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification.Integration;
import io.tocsin.model.message.AlertNotification.Integration.Type;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Connectors and operations as deliveries need them. */
@ApplicationScoped
public class Integrations {

    private final ConnectorStore connectors;
    private final OperationStore operations;
    private final Pool pool;

    Integrations(ConnectorStore connectors, OperationStore operations, Pool pool) {
        this.connectors = connectors;
        this.operations = operations;
        this.pool = pool;
    }

    /**
     * Whom these stand for, in their order: an operation for each connector which it goes to. One that is unknown stands for itself, so
     * that everybody can see who was not told.
     */
    public Uni<List<Told>> resolve(SqlConnection transaction, Scope scope, List<Integration> integrations) {
        if (integrations.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return operations.some(transaction, scope, ids(integrations, Type.CUSTOM_WEBHOOK))
                .chain(found -> connectors.some(transaction, scope, Stream.concat(ids(integrations, Type.WEBHOOK).stream(),
                        found.stream().flatMap(operation -> operation.connectors().stream())).toList())
                        .map(places -> told(integrations, byId(found, Operation::id), byId(places, Connector::id))));
    }

    /** As they stand now: what was changed counts for what waits. */
    public Uni<Optional<Connector>> connector(Scope scope, UUID id) {
        return connectors.one(pool, scope, id);
    }

    /** As it stands now, empty when there is none. */
    public Uni<Optional<Operation>> operation(Scope scope, UUID id) {
        return operations.one(pool, scope, id);
    }

    private static List<Told> told(List<Integration> integrations, Map<UUID, Operation> operations,
            Map<UUID, Connector> connectors) {
        var all = new ArrayList<Told>();
        for (var integration : integrations) {
            var id = UUID.fromString(integration.id());
            if (integration.type() == Type.WEBHOOK) {
                all.add(connectors.containsKey(id) ? Told.of(connectors.get(id), null) : new Told(null, id, null));
            } else {
                all.addAll(told(id, operations.get(id), connectors));
            }
        }
        return all;
    }

    private static List<Told> told(UUID id, Operation operation, Map<UUID, Connector> connectors) {
        var places = operation == null
                ? List.<Told>of()
                : operation.connectors()
                        .stream()
                        .filter(connectors::containsKey)
                        .map(connector -> Told.of(connectors.get(connector), id))
                        .toList();
        return places.isEmpty() ? List.of(new Told(null, null, id)) : places;
    }

    private static List<UUID> ids(List<Integration> integrations, Type type) {
        return integrations.stream()
                .filter(integration -> integration.type() == type)
                .map(integration -> UUID.fromString(integration.id()))
                .toList();
    }

    private static <T> Map<UUID, T> byId(List<T> all, Function<T, UUID> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
