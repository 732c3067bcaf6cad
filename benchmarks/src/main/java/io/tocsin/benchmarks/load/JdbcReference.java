package io.tocsin.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.tocsin.benchmarks.workbench.Clients;
import io.tocsin.benchmarks.workbench.ServiceDatabase;

/** The reference where pgbench is not installed: the same statements, four round trips a transaction, one thread per client. */
record JdbcReference(ServiceDatabase database) implements Reference {

    private static final ReferenceSql SQL = new ReferenceSql("?::bigint");

    @Override
    public String name() {
        return "JDBC clients (pgbench is not on the PATH)";
    }

    @Override
    public double run(Form form, Duration duration) throws Exception {
        var deadline = System.nanoTime() + duration.toNanos();
        var done = Clients.run(CLIENTS, () -> form == Form.TRANSACTION
                ? transactionsUntil(deadline)
                : statementsUntil(deadline));
        return done * 1e9 / duration.toNanos();
    }

    private long transactionsUntil(long deadline) throws SQLException {
        try (var connection = database.connect();
                var begin = prepared(connection, "begin");
                var event = prepared(connection, SQL.insertEvent());
                var message = prepared(connection, SQL.insertMessage());
                var commit = prepared(connection, "commit")) {
            var transactions = 0L;
            while (System.nanoTime() < deadline) {
                var id = freshId();
                begin.execute();
                event.setLong(1, id);
                event.execute();
                message.setLong(1, id);
                message.setLong(2, id);
                message.execute();
                commit.execute();
                transactions++;
            }
            return transactions;
        }
    }

    private long statementsUntil(long deadline) throws SQLException {
        try (var connection = database.connect(); var both = prepared(connection, SQL.insertBoth())) {
            var statements = 0L;
            while (System.nanoTime() < deadline) {
                var id = freshId();
                both.setLong(1, id);
                both.setLong(2, id);
                both.setLong(3, id);
                both.execute();
                statements++;
            }
            return statements;
        }
    }

    private static long freshId() {
        return ThreadLocalRandom.current().nextLong(ReferenceSql.firstId(), ReferenceSql.endId());
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        return statement;
    }
}
