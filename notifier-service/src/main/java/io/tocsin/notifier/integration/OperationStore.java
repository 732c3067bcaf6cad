package io.tocsin.notifier.integration;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.database.StoredJson;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code webhook_operation}. */
@ApplicationScoped
class OperationStore {

    private static final String ALL = """
            select *
              from webhook_operation
             where organization = $1
               and account_group = $2
             order by id
            """;

    private static final String SOME = """
            select *
              from webhook_operation
             where organization = $1
               and account_group = $2
               and id = any($3)
            """;

    private static final String PUT = """
            insert into webhook_operation (id, organization, account_group, connector_ids, settings, updated_at)
            values ($1, $2, $3, $4, $5, $6)
                on conflict (id) do update
               set connector_ids = excluded.connector_ids,
                   settings = excluded.settings,
                   updated_at = excluded.updated_at
             where webhook_operation.organization = $2
               and webhook_operation.account_group = $3
            """;

    private static final String DELETE = """
            delete from webhook_operation
             where organization = $1
               and account_group = $2
               and id = $3
            """;

    private final StoredJson json;

    OperationStore(StoredJson json) {
        this.json = json;
    }

    Uni<List<Operation>> all(SqlClient client, Scope scope) {
        return client.preparedQuery(ALL)
                .execute(Tuple.of(scope.organization(), scope.accountGroup()))
                .map(this::operations);
    }

    /** Those of the account group which there are, in no order. */
    Uni<List<Operation>> some(SqlClient client, Scope scope, Collection<UUID> ids) {
        return client.preparedQuery(SOME)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), ids.toArray(UUID[]::new)))
                .map(this::operations);
    }

    Uni<Optional<Operation>> one(SqlClient client, Scope scope, UUID id) {
        return some(client, scope, List.of(id)).map(found -> found.stream().findFirst());
    }

    Uni<Void> put(SqlClient client, Operation operation) {
        var scope = operation.scope();
        return client.preparedQuery(PUT)
                .execute(Tuple.of(operation.id(), scope.organization(), scope.accountGroup(),
                        operation.connectors().toArray(UUID[]::new), json.write(operation.settings()),
                        operation.updatedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlClient client, Scope scope, UUID id) {
        return client.preparedQuery(DELETE)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id))
                .replaceWithVoid();
    }

    private List<Operation> operations(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::operation).toList();
    }

    private Operation operation(Row row) {
        return new Operation(row.getUUID("id"), new Scope(row.getString("organization"), row.getString("account_group")),
                List.of(row.getArrayOfUUIDs("connector_ids")), json.read(row.getString("settings"), OperationSettings.class),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
