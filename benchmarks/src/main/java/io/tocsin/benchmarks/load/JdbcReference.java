package io.tocsin.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** The reference where pgbench is not installed: the same statements, four round trips a transaction, one thread per client. */
record JdbcReference(EventsDatabase database) implements Reference {

    private static final ReferenceSql SQL = new ReferenceSql("?::bigint");

    @Override
    public String name() {
        return "JDBC clients (pgbench is not on the PATH)";
    }

    @Override
    public double run(Duration duration) throws Exception {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var deadline = System.nanoTime() + duration.toNanos();
            var clients = new ArrayList<Callable<Long>>();
            for (var client = 0; client < CLIENTS; client++) {
                clients.add(() -> transactionsUntil(deadline));
            }
            return sum(threads.invokeAll(clients)) * 1e9 / duration.toNanos();
        } finally {
            threads.shutdown();
        }
    }

    private long transactionsUntil(long deadline) throws SQLException {
        try (var connection = database.connect();
                var begin = prepared(connection, "begin");
                var event = prepared(connection, SQL.insertEvent());
                var message = prepared(connection, SQL.insertMessage());
                var commit = prepared(connection, "commit")) {
            var transactions = 0L;
            while (System.nanoTime() < deadline) {
                var id = ThreadLocalRandom.current().nextLong(ReferenceSql.firstId(), ReferenceSql.endId());
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

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
        return statement;
    }

    private static long sum(List<Future<Long>> counts) throws Exception {
        var sum = 0L;
        for (var count : counts) {
            sum += count.get();
        }
        return sum;
    }
}
