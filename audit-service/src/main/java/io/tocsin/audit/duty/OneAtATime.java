package io.tocsin.audit.duty;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Runs a duty on one replica at a time; the others pass. What is done holds a transaction of its own meanwhile, and no more. */
@ApplicationScoped
public class OneAtATime {

    private static final String TRY = "select pg_try_advisory_xact_lock(hashtextextended('duty ' || $1, 0))";

    private final Pool pool;

    OneAtATime(Pool pool) {
        this.pool = pool;
    }

    /** A failure is logged, and the duty is tried again at its next time. */
    public Uni<Void> run(String duty, Supplier<Uni<Void>> work) {
        return pool.withTransaction(lock -> lock.preparedQuery(TRY)
                .execute(Tuple.of(duty))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(mine -> mine ? work.get() : Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure -> Log.warnf("audit: the duty '%s' failed and is tried again later: %s", duty,
                        failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
