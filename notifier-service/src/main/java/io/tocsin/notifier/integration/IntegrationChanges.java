package io.tocsin.notifier.integration;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.Editor;
import io.tocsin.model.TimeOrderedId;
import io.tocsin.model.message.UserEvent;
import io.tocsin.notifier.trail.Trail;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What {@link IntegrationBook} changes, each in a transaction of its caller, together with its user event. */
@ApplicationScoped
class IntegrationChanges {

    private static final String CONNECTOR = "connector";
    private static final String OPERATION = "webhookOperation";

    private final ConnectorStore connectors;
    private final OperationStore operations;
    private final SecretSettings secrets;
    private final Trail trail;
    private final Clock clock;

    IntegrationChanges(ConnectorStore connectors, OperationStore operations, SecretSettings secrets, Trail trail, Clock clock) {
        this.connectors = connectors;
        this.operations = operations;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    ConnectorStore connectors() {
        return connectors;
    }

    OperationStore operations() {
        return operations;
    }

    void committed() {
        trail.wake();
    }

    Uni<Connector> create(SqlConnection transaction, Editor editor, ConnectorSettings settings) {
        var now = clock.instant();
        var connector = new Connector(TimeOrderedId.at(now), editor.scope(),
                secrets.keep(editor.organization(), settings, null), now);
        return connectors.put(transaction, connector)
                .chain(() -> tell(transaction, editor, "Connector created.", CONNECTOR, settings.name()))
                .replaceWith(connector);
    }

    Uni<Optional<Connector>> replace(SqlConnection transaction, Editor editor, UUID id, ConnectorSettings settings) {
        return connectors.one(transaction, editor.scope(), id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : replaceKnown(transaction, editor, found.get(), settings).map(Optional::of));
    }

    private Uni<Connector> replaceKnown(SqlConnection transaction, Editor editor, Connector before,
            ConnectorSettings settings) {
        var after = new Connector(before.id(), before.scope(),
                secrets.keep(editor.organization(), settings, before.settings()), clock.instant());
        return connectors.put(transaction, after)
                .chain(() -> tell(transaction, editor, "Connector updated.", CONNECTOR, settings.name()))
                .replaceWith(after);
    }

    Uni<Boolean> deleteConnector(SqlConnection transaction, Editor editor, UUID id) {
        return connectors.one(transaction, editor.scope(), id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : connectors.delete(transaction, editor.scope(), id)
                                .chain(() -> tell(transaction, editor, "Connector deleted.", CONNECTOR,
                                        found.get().settings().name()))
                                .replaceWith(true));
    }

    Uni<Operation> create(SqlConnection transaction, Editor editor, OperationSettings settings) {
        var now = clock.instant();
        var operation = new Operation(TimeOrderedId.at(now), editor.scope(), List.of(), kept(editor, settings, List.of()), now);
        return operations.put(transaction, operation)
                .chain(() -> tell(transaction, editor, "Webhook operation created.", OPERATION, settings.name()))
                .replaceWith(operation);
    }

    Uni<Optional<Operation>> replace(SqlConnection transaction, Editor editor, UUID id, OperationSettings settings) {
        return operations.one(transaction, editor.scope(), id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : update(transaction, editor, new Operation(id, editor.scope(), found.get().connectors(),
                                kept(editor, settings, found.get().settings().headers()), clock.instant()),
                                "Webhook operation updated."));
    }

    Uni<Boolean> deleteOperation(SqlConnection transaction, Editor editor, UUID id) {
        return operations.one(transaction, editor.scope(), id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : operations.delete(transaction, editor.scope(), id)
                                .chain(() -> tell(transaction, editor, "Webhook operation deleted.", OPERATION,
                                        found.get().settings().name()))
                                .replaceWith(true));
    }

    Uni<Optional<Operation>> assign(SqlConnection transaction, Editor editor, UUID id, List<UUID> wanted) {
        var distinct = List.copyOf(new LinkedHashSet<>(wanted));
        return operations.one(transaction, editor.scope(), id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(found)
                        : requireAll(transaction, editor, distinct)
                                .chain(() -> update(transaction, editor, new Operation(id, editor.scope(), distinct,
                                        found.get().settings(), clock.instant()), "Webhook operation's connectors assigned.")));
    }

    private Uni<Optional<Operation>> update(SqlConnection transaction, Editor editor, Operation after, String event) {
        return operations.put(transaction, after)
                .chain(() -> tell(transaction, editor, event, OPERATION, after.settings().name()))
                .replaceWith(Optional.of(after));
    }

    private Uni<Void> requireAll(SqlConnection transaction, Editor editor, List<UUID> wanted) {
        return connectors.some(transaction, editor.scope(), wanted)
                .invoke(found -> {
                    if (found.size() < wanted.size()) {
                        throw new Invalid("body", "must name connectors of this account group only");
                    }
                })
                .replaceWithVoid();
    }

    private OperationSettings kept(Editor editor, OperationSettings settings, List<Header> before) {
        return settings.with(secrets.keepHeaders(editor.organization(), settings.headers(), before));
    }

    private Uni<Void> tell(SqlConnection transaction, Editor editor, String event, String type, String name) {
        return trail.append(transaction, editor, event, List.of(new UserEvent.Resource(type, name)));
    }
}
