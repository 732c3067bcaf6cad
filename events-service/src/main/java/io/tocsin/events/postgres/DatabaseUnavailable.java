package io.tocsin.events.postgres;

/**
 * PostgreSQL did not answer in time, or cannot be reached. A write which failed with this may have happened all the same: the
 * answer to it was lost, not necessarily the write.
 */
public class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseUnavailable(Throwable cause) {
        super("the database does not answer", cause);
    }
}
