package io.tocsin.events.postgres;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

/** What a failed statement means; SQLSTATE classes are those of PostgreSQL's manual, appendix A. */
public enum PostgresFailure {

    /** A row with this key exists: unique violation. */
    DUPLICATE,

    /** No partition of the table is for this row yet; somebody must make one. */
    NO_PARTITION,

    /** What was to be stored cannot be stored, now or later: a bad value, a broken constraint, a row beyond a limit. */
    UNSTORABLE,

    /** It was not about the data: no connection, or a server that stops, recovers, has no room or was not migrated. */
    OUTAGE,

    /** Something between us and PostgreSQL that nobody foresaw; perhaps one value which the driver cannot send. */
    UNKNOWN;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";
    private static final String QUERY_CANCELED = "57014";
    private static final Set<String> ABOUT_DATA = Set.of("22", "23", "54");

    public static PostgresFailure of(Throwable failure) {
        if (failure instanceof PgException answered && answered.getSqlState() != null) {
            return hasNoPartition(answered) ? NO_PARTITION : of(answered.getSqlState());
        }
        return failure instanceof ClosedConnectionException || failure instanceof IOException
                || failure instanceof TimeoutException || failure instanceof io.smallrye.mutiny.TimeoutException
                        ? OUTAGE
                        : UNKNOWN;
    }

    /** Whether a statement took longer than it may, or somebody stopped it. */
    public static boolean isCanceled(Throwable failure) {
        return failure instanceof PgException answered && QUERY_CANCELED.equals(answered.getSqlState());
    }

    /** PostgreSQL calls it a broken check, though of no constraint. */
    private static boolean hasNoPartition(PgException answered) {
        return answered.getSqlState().equals(CHECK_VIOLATION) && answered.getConstraint() == null;
    }

    private static PostgresFailure of(String sqlState) {
        if (sqlState.equals(UNIQUE_VIOLATION)) {
            return DUPLICATE;
        }
        return ABOUT_DATA.contains(sqlState.substring(0, 2)) ? UNSTORABLE : OUTAGE;
    }
}
