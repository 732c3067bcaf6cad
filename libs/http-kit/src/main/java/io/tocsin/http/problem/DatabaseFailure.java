package io.tocsin.http.problem;

import java.io.IOException;
import java.util.Set;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;

/** Tells a database that is away for a while from a mistake of ours: the first passes, and the caller may simply come again. */
final class DatabaseFailure {

    /** Classes of SQLSTATE: connection, transaction rolled back, insufficient resources, operator intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private DatabaseFailure() {}

    static boolean passes(Throwable thrown) {
        if (thrown instanceof DatabaseException database) {
            return database.getSqlState() != null && PASSING.contains(database.getSqlState().substring(0, 2));
        }
        return thrown instanceof VertxException
                || thrown instanceof IOException
                || waitedForConnection(thrown);
    }

    /** What the pool says when no connection became free in time; it has no type of its own. */
    private static boolean waitedForConnection(Throwable thrown) {
        return thrown instanceof NoStackTraceThrowable && "Timeout".equals(thrown.getMessage());
    }
}
