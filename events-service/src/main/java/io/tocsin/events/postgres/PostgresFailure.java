package io.tocsin.events.postgres;

import io.vertx.pgclient.PgException;

/** What a failed statement means; SQLSTATE classes are those of PostgreSQL's manual, appendix A. */
public enum PostgresFailure {

    /** A row with this key exists: class 23, unique violation. */
    DUPLICATE,

    /** What was to be stored cannot be stored, now or later: a bad value, a broken constraint, a row beyond a limit. */
    UNSTORABLE,

    /** Anything else is not about the data: no connection, a server that stops, recovers, has no room, or was not migrated. */
    OUTAGE;

    private static final String UNIQUE_VIOLATION = "23505";

    public static PostgresFailure of(Throwable failure) {
        if (!(failure instanceof PgException answered) || answered.getSqlState() == null) {
            return OUTAGE;
        }
        var state = answered.getSqlState();
        if (state.equals(UNIQUE_VIOLATION)) {
            return DUPLICATE;
        }
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54") ? UNSTORABLE : OUTAGE;
    }
}
