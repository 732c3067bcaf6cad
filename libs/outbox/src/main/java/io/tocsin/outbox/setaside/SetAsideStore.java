package io.tocsin.outbox.setaside;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class SetAsideStore {

    private static final String LIST = """
            select id, destination, type, subject, data, created_at, attempts, error, set_aside_at
              from outbox_set_aside
             where $1::uuid is null
                or (set_aside_at, id) > (select set_aside_at, id from outbox_set_aside where id = $1)
             order by set_aside_at, id
             limit $2
            """;

    private static final String REDRIVE = """
            with taken as (
                delete from outbox_set_aside
                 where id = $1
                returning *
            )
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            select id, destination, type, subject, lane, data, trace_parent, created_at
              from taken
            returning destination
            """;

    private static final String REDRIVE_ALL = """
            with taken as (
                delete from outbox_set_aside
                 where destination = $1
                returning *
            )
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            select id, destination, type, subject, lane, data, trace_parent, created_at
              from taken
             order by created_at, id
            returning destination
            """;

    private final Pool pool;

    SetAsideStore(Pool pool) {
        this.pool = pool;
    }

    Uni<List<SetAsideMessage>> list(UUID after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(after, limit))
                .map(rows -> rows.stream().map(SetAsideStore::message).toList());
    }

    private static SetAsideMessage message(Row row) {
        return new SetAsideMessage(
                row.getUUID("id"),
                row.getString("destination"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("data"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("attempts"),
                row.getString("error"),
                row.getOffsetDateTime("set_aside_at").toInstant());
    }

    /** How many messages go again to which destination. */
    Uni<Map<String, Integer>> redrive(UUID id) {
        return redrive(REDRIVE, Tuple.of(id));
    }

    Uni<Map<String, Integer>> redriveAll(String destination) {
        return redrive(REDRIVE_ALL, Tuple.of(destination));
    }

    private Uni<Map<String, Integer>> redrive(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getString(0), row -> 1, Integer::sum)));
    }
}
