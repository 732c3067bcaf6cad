package io.tocsin.benchmarks.workbench;

import java.sql.SQLException;

/**
 * What the whole PostgreSQL server did until now, or between two looks at it.
 *
 * @param commits transactions of all databases; counted up to a second late
 * @param walBytes written ahead, full pages after a checkpoint included
 */
public record Cost(long commits, long walBytes) {

    public static Cost of(ServiceDatabase database) throws SQLException {
        return new Cost(database.number("select sum(xact_commit) from pg_stat_database"),
                database.number("select pg_current_wal_insert_lsn() - '0/0'"));
    }

    public Cost since(Cost before) {
        return new Cost(commits - before.commits, walBytes - before.walBytes);
    }

    /** For each of so many events, or whatever else was counted. */
    public String per(double count, String what) {
        return "%.3f commits and %,.0f bytes of write-ahead log for each %s".formatted(commits / count, walBytes / count, what);
    }
}
