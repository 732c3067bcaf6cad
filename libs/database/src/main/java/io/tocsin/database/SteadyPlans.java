package io.tocsin.database;

import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Statements which are planned once, and along the indexes whatever the tables held at that moment. PostgreSQL would plan those with
 * arrays anew each time, which costs more than to run them; and a plan made while a table was small would read all of it for ever, or
 * all of an index to join it. The modes hold for one transaction, so that a pooler may stand between.
 */
public final class SteadyPlans {

    private static final String MODES = """
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('enable_seqscan', 'off', true),
                   set_config('enable_bitmapscan', 'off', true),
                   set_config('enable_hashjoin', 'off', true),
                   set_config('enable_mergejoin', 'off', true)
            """;

    /** What other statements of the transaction expect. */
    private static final String USUAL_MODES = """
            select set_config('plan_cache_mode', 'auto', true),
                   set_config('enable_seqscan', 'on', true),
                   set_config('enable_bitmapscan', 'on', true),
                   set_config('enable_hashjoin', 'on', true),
                   set_config('enable_mergejoin', 'on', true)
            """;

    private SteadyPlans() {}

    /** From here to the end of the transaction. */
    public static Uni<Void> in(SqlConnection transaction) {
        return transaction.preparedQuery(MODES)
                .execute()
                .replaceWithVoid();
    }

    /** For this part of a transaction; where it fails, so does the transaction. */
    public static <T> Uni<T> during(SqlConnection transaction, Supplier<Uni<T>> part) {
        return in(transaction)
                .chain(part::get)
                .call(() -> transaction.preparedQuery(USUAL_MODES).execute());
    }

    /** Runs one statement in a transaction of its own. */
    public static Uni<RowSet<Row>> run(Pool pool, String sql, Tuple values) {
        return pool.withTransaction(transaction -> in(transaction)
                .chain(() -> transaction.preparedQuery(sql).execute(values)));
    }
}
