package io.tocsin.events.retention;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The partitions of the table {@code event} as PostgreSQL knows them; its functions make and drop them as the owner of the table. */
@Singleton
class PartitionStore {

    /** Whoever makes or drops partitions holds this lock until its transaction ends. */
    static final long LOCK = 0x746f6373696e_01L;

    private static final String CLASSES = """
            select substring(pg_get_expr(tier.relpartbound, tier.oid) from '''(.*)''') as retention
              from pg_inherits
              join pg_class as tier on tier.oid = inhrelid
             where inhparent = 'event'::regclass
            """;

    private static final String PARTITIONS = """
            select retention, bounds[1]::bigint as first_id, bounds[2]::bigint as end_id
              from (select substring(pg_get_expr(tier.relpartbound, tier.oid) from '''(.*)''') as retention,
                           regexp_match(pg_get_expr(leaf.relpartbound, leaf.oid), '(\\d+)\\D+(\\d+)') as bounds
                      from pg_inherits as of_event
                      join pg_class as tier on tier.oid = of_event.inhrelid
                      join pg_inherits as of_tier on of_tier.inhparent = tier.oid
                      join pg_class as leaf on leaf.oid = of_tier.inhrelid
                     where of_event.inhparent = 'event'::regclass) as partition
             order by end_id
            """;

    private static final String CREATE_CLASS = "select make_event_class($1, $2)";
    private static final String CREATE = "select make_event_partition($1, $2, $3, $4)";
    private static final String DROP = "select drop_partition($1)";

    Uni<List<String>> classes(SqlConnection transaction) {
        return transaction.query(CLASSES)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    /** Those which end first come first. */
    Uni<List<Partition>> partitions(SqlConnection transaction) {
        return transaction.query(PARTITIONS)
                .execute()
                .map(rows -> rows.stream().map(PartitionStore::read).toList());
    }

    Uni<Void> createClass(SqlConnection transaction, String retention) {
        return call(transaction, CREATE_CLASS, Tuple.of(Partition.tableOf(retention), retention));
    }

    Uni<Void> create(SqlConnection transaction, Partition partition) {
        return call(transaction, CREATE, Tuple.of(partition.table(), Partition.tableOf(partition.retention()),
                partition.span().firstId(), partition.span().endId()));
    }

    Uni<Void> drop(SqlConnection transaction, Partition partition) {
        return call(transaction, DROP, Tuple.of(partition.table()));
    }

    private static Uni<Void> call(SqlConnection transaction, String function, Tuple parameters) {
        return transaction.preparedQuery(function)
                .execute(parameters)
                .replaceWithVoid();
    }

    private static Partition read(Row row) {
        return new Partition(row.getString("retention"), Span.ofIds(row.getLong("first_id"), row.getLong("end_id")));
    }
}
