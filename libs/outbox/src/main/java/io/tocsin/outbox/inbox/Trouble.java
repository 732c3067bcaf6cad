package io.tocsin.outbox.inbox;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.tocsin.outbox.MessageRejected;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;

/** Tells a failure of the surroundings, which passes, from one of a message. */
final class Trouble {

    private Trouble() {}

    /** Connections which break or cannot be had, and a database which takes no work. */
    static boolean passes(Throwable failure) {
        if (failure instanceof MessageRejected) {
            return false;
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException answered) {
                return passes(answered.getSqlState());
            }
            if (isConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Asked after {@link DatabaseException}, which is a VertxException too although PostgreSQL answered. */
    private static boolean isConnection(Throwable cause) {
        return cause instanceof IOException && !(cause instanceof JsonProcessingException) || cause instanceof TimeoutException
                || cause instanceof VertxException
                || cause instanceof NoStackTraceThrowable;
    }

    /**
     * Classes 08 connection, 53 resources and 58 system, shutdown of the server (57P), and a standby (25006). Not among
     * them is what one message could bring about each time anew, such as a statement which takes too long or a dead
     * lock.
     */
    private static boolean passes(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("58")
                        || sqlState.startsWith("57P") || sqlState.equals("25006"));
    }

    /** One line for the sender's log and its set-aside table. */
    static String reason(Throwable failure) {
        var text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() > 500 ? text.substring(0, 500) : text;
    }
}
