package io.tocsin.benchmarks.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.tocsin.benchmarks.workbench.Clients;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.model.TimeOrderedId;

/** The reference: the same rows into a table with the same columns and indexes, so many to an insert and a commit, and nothing else. */
record PlainInserts(ServiceDatabase database, AuditOptions options) {

    /** Vacuumed as rarely as the other one. */
    private static final String TABLE = """
            create table benchmark_user_event (like user_event including all) with (autovacuum_vacuum_insert_threshold = -1)
            """;

    private static final String ROWS = "select account_group, person, content, personal from user_event limit ";

    private static final String INSERT = """
            insert into benchmark_user_event (organization, number, id, account_group, date, person, recorded_at, content, personal)
            select 'benchmark', number, id, account_group, now(), person, now(), content, personal
              from unnest(?::bigint[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                as e(number, id, account_group, person, content, personal)
            """;

    private static final AtomicLong NUMBER = new AtomicLong();

    private record Row(String accountGroup, UUID person, String content, String personal) {}

    /** Rows per second. */
    double run(Duration duration) throws Exception {
        database.execute("drop table if exists benchmark_user_event");
        database.execute(TABLE);
        var rows = rows();
        var deadline = System.nanoTime() + duration.toNanos();
        var done = Clients.run(options.clients(), () -> insertUntil(deadline, rows));
        return done * 1e9 / duration.toNanos();
    }

    private List<Row> rows() throws SQLException {
        var rows = new ArrayList<Row>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(ROWS + options.batch())) {
            while (found.next()) {
                rows.add(new Row(found.getString(1), found.getObject(2, UUID.class), found.getString(3), found.getString(4)));
            }
        }
        return rows;
    }

    private long insertUntil(long deadline, List<Row> rows) throws SQLException {
        try (var connection = database.connect(); var insert = connection.prepareStatement(INSERT)) {
            insert.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            var done = 0L;
            while (System.nanoTime() < deadline) {
                insert.setArray(1, connection.createArrayOf("bigint",
                        rows.stream().map(row -> NUMBER.incrementAndGet()).toArray()));
                insert.setArray(2, connection.createArrayOf("uuid",
                        rows.stream().map(row -> TimeOrderedId.at(Instant.now())).toArray()));
                insert.setArray(3, texts(connection, rows, Row::accountGroup));
                insert.setArray(4, connection.createArrayOf("uuid", rows.stream().map(Row::person).toArray()));
                insert.setArray(5, texts(connection, rows, Row::content));
                insert.setArray(6, texts(connection, rows, Row::personal));
                insert.execute();
                done += rows.size();
            }
            return done;
        }
    }

    private static java.sql.Array texts(Connection connection, List<Row> rows, java.util.function.Function<Row, String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }
}
