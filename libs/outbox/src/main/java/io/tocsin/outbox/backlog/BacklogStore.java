package io.tocsin.outbox.backlog;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

@Singleton
class BacklogStore {

    private static final String BY_DESTINATION = """
            select destination,
                   coalesce(depth, 0) as depth,
                   oldest,
                   coalesce(set_aside, 0) as set_aside
              from (select destination, count(*) as depth, min(created_at) as oldest
                      from outbox
                     group by destination) o
              full join (select destination, count(*) as set_aside
                           from outbox_set_aside
                          group by destination) s
             using (destination)
            """;

    private final Pool pool;

    BacklogStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Map<String, Backlog>> byDestination() {
        return pool.preparedQuery(BY_DESTINATION)
                .execute()
                .map(BacklogStore::backlogs);
    }

    private static Map<String, Backlog> backlogs(RowSet<Row> rows) {
        return rows.stream()
                .map(BacklogStore::backlog)
                .collect(Collectors.toMap(Backlog::destination, Function.identity()));
    }

    private static Backlog backlog(Row row) {
        OffsetDateTime oldest = row.getOffsetDateTime("oldest");
        return new Backlog(
                row.getString("destination"),
                row.getLong("depth"),
                oldest == null ? null : oldest.toInstant(),
                row.getLong("set_aside"));
    }
}
