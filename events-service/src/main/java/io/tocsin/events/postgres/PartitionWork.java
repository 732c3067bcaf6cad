package io.tocsin.events.postgres;

import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Makes and drops the partitions of one table: one replica at a time, and without keeping those who read and write it waiting. A
 * statement which waits for a table makes all later ones wait behind it, so none waits for long.
 */
public final class PartitionWork {

    private static final String WAIT_TO_MAKE = "set local lock_timeout = '2s'";

    /** Searches and inserts wait as long behind a drop, so it rather comes again. */
    private static final String WAIT_TO_DROP = "set local lock_timeout = '250ms'";

    private static final String WAIT_FOR_LOCK = "select pg_advisory_xact_lock($1)";
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock($1)";

    private final Pool pool;
    private final long lock;

    /** @param lock an advisory lock, the table's own */
    public PartitionWork(Pool pool, long lock) {
        this.pool = pool;
        this.lock = lock;
    }

    /** In one transaction. Two replicas make one after the other, and the second finds everything there. */
    public Uni<Void> make(Function<SqlConnection, Uni<Void>> making) {
        return pool.withTransaction(transaction -> transaction.query(WAIT_TO_MAKE)
                .execute()
                .chain(() -> transaction.preparedQuery(WAIT_FOR_LOCK).execute(Tuple.of(lock)))
                .chain(() -> making.apply(transaction)));
    }

    /**
     * One after the other, each in a transaction of its own; does nothing while another replica is at it. Fails when somebody reads
     * the next one, and may be called again.
     *
     * @param dropNext false when there is nothing to drop
     */
    public Uni<Void> dropEach(Function<SqlConnection, Uni<Boolean>> dropNext) {
        return Uni.createFrom()
                .deferred(() -> pool.withTransaction(transaction -> drop(transaction, dropNext)))
                .repeat()
                .whilst(Boolean::booleanValue)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> drop(SqlConnection transaction, Function<SqlConnection, Uni<Boolean>> dropNext) {
        return transaction.query(WAIT_TO_DROP)
                .execute()
                .chain(() -> transaction.preparedQuery(TRY_LOCK).execute(Tuple.of(lock)))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(mine -> mine ? dropNext.apply(transaction) : Uni.createFrom().item(false));
    }
}
