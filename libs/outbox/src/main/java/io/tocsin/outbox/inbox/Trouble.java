package io.tocsin.outbox.inbox;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;

/** Tells a failure of the surroundings, which passes, from one of a message. */
final class Trouble {

    private Trouble() {}

    /** Connections that break or cannot be had, and transactions which PostgreSQL asks to repeat. */
    static boolean passes(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException
                    || cause instanceof PgException e && passes(e.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    /** Classes 08 connection, 40 rollback, 53 resources, 55 object in use, 57 operator, 58 system; 25006 is a standby. */
    private static boolean passes(String sqlState) {
        return sqlState != null && sqlState.length() == 5
                && switch (sqlState.substring(0, 2)) {
                    case "08", "40", "53", "55", "57", "58" -> true;
                    default -> "25006".equals(sqlState);
                };
    }

    /** One line for the sender's log and its set-aside table. */
    static String reason(Throwable failure) {
        var text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
