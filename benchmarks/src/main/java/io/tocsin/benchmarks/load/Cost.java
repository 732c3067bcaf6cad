package io.tocsin.benchmarks.load;

import java.sql.SQLException;

/**
 * What the whole PostgreSQL server did until now, or between two looks at it.
 *
 * @param commits transactions of all databases; counted up to a second late
 * @param walBytes written ahead, full pages after a checkpoint included
 */
record Cost(long commits, long walBytes) {

    static Cost of(EventsDatabase database) throws SQLException {
        return new Cost(database.number("select sum(xact_commit) from pg_stat_database"),
                database.number("select pg_current_wal_insert_lsn() - '0/0'"));
    }

    Cost since(Cost before) {
        return new Cost(commits - before.commits, walBytes - before.walBytes);
    }

    /** For each of so many events. */
    String per(double events) {
        return "%.3f commits and %,.0f bytes of write-ahead log for each event".formatted(commits / events, walBytes / events);
    }
}
