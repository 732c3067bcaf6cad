package io.tocsin.events.retention;

import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The partitions of the table {@code event} as PostgreSQL knows them. DDL takes no parameters: names are made of checked words. */
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

    /** Made apart and then attached, because a table may be written while a partition is attached to it. */
    private static final String CREATE_CLASS = """
            create table %1$s (like event including defaults including storage) partition by range (id);
            alter table event attach partition %1$s for values in ('%2$s')
            """;

    private static final String CREATE = """
            create table %1$s (like event including defaults including storage);
            alter table %2$s attach partition %1$s for values from (%3$d) to (%4$d)
            """;

    private static final String DROP = "drop table %s";

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
        return run(transaction, CREATE_CLASS.formatted(Partition.tableOf(retention), retention));
    }

    Uni<Void> create(SqlConnection transaction, Partition partition) {
        return run(transaction, CREATE.formatted(partition.table(), Partition.tableOf(partition.retention()),
                partition.span().firstId(), partition.span().endId()));
    }

    Uni<Void> drop(SqlConnection transaction, Partition partition) {
        return run(transaction, DROP.formatted(partition.table()));
    }

    private static Uni<Void> run(SqlConnection transaction, String statements) {
        return transaction.query(statements)
                .execute()
                .replaceWithVoid();
    }

    private static Partition read(Row row) {
        return new Partition(row.getString("retention"), Span.ofIds(row.getLong("first_id"), row.getLong("end_id")));
    }
}
