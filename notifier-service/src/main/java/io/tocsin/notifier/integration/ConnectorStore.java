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

/** The table {@code connector}. */
@ApplicationScoped
class ConnectorStore {

    private static final String ALL = """
            select *
              from connector
             where organization = $1
               and account_group = $2
             order by id
            """;

    private static final String SOME = """
            select *
              from connector
             where organization = $1
               and account_group = $2
               and id = any($3)
            """;

    private static final String PUT = """
            insert into connector (id, organization, account_group, settings, updated_at)
            values ($1, $2, $3, $4, $5)
                on conflict (id) do update
               set settings = excluded.settings,
                   updated_at = excluded.updated_at
             where connector.organization = $2
               and connector.account_group = $3
            """;

    /** No operation keeps the id of what is gone. */
    private static final String DELETE = """
            with let_go as (
                update webhook_operation
                   set connector_ids = array_remove(connector_ids, $3)
                 where organization = $1
                   and account_group = $2
                   and connector_ids @> array[$3::uuid])
            delete from connector
             where organization = $1
               and account_group = $2
               and id = $3
            """;

    private final StoredJson json;

    ConnectorStore(StoredJson json) {
        this.json = json;
    }

    Uni<List<Connector>> all(SqlClient client, Scope scope) {
        return client.preparedQuery(ALL)
                .execute(Tuple.of(scope.organization(), scope.accountGroup()))
                .map(this::connectors);
    }

    /** Those of the account group which there are, in no order. */
    Uni<List<Connector>> some(SqlClient client, Scope scope, Collection<UUID> ids) {
        return client.preparedQuery(SOME)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), ids.toArray(UUID[]::new)))
                .map(this::connectors);
    }

    Uni<Optional<Connector>> one(SqlClient client, Scope scope, UUID id) {
        return some(client, scope, List.of(id)).map(found -> found.stream().findFirst());
    }

    Uni<Void> put(SqlClient client, Connector connector) {
        var scope = connector.scope();
        return client.preparedQuery(PUT)
                .execute(Tuple.of(connector.id(), scope.organization(), scope.accountGroup(), json.write(connector.settings()),
                        connector.updatedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> delete(SqlClient client, Scope scope, UUID id) {
        return client.preparedQuery(DELETE)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), id))
                .replaceWithVoid();
    }

    private List<Connector> connectors(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::connector).toList();
    }

    private Connector connector(Row row) {
        return new Connector(row.getUUID("id"), new Scope(row.getString("organization"), row.getString("account_group")),
                json.read(row.getString("settings"), ConnectorSettings.class), row.getOffsetDateTime("updated_at").toInstant());
    }
}
