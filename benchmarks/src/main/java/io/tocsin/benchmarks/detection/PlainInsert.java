package io.tocsin.benchmarks.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.benchmarks.workbench.TemporaryFolder;
import io.tocsin.local.postgres.PostgresProcess;
import io.tocsin.local.process.LogFile;
import io.tocsin.model.result.TestResult;

/**
 * What the cost is compared with: the same results into the table in which events-service keeps them, by one connection, a thousand
 * to an insert and a commit, and nothing else. PostgreSQL runs as {@code ./tocsin up} runs it.
 */
final class PlainInsert implements AutoCloseable {

    private static final Path MIGRATIONS = Path.of("events-service", "src", "main", "resources", "db", "migration");
    private static final List<String> TABLE = List.of("V003__create_test_result.sql", "V004__read_test_results.sql");
    private static final int AT_ONCE = 1_000;

    private static final String INSERT = """
            insert into test_result (organization, account_group, test_id, layer, source_kind, source_id, target, round_id,
                                     target_parts, measured_at, received_at, measurements)
            select 'org', '1', test, layer, 'AGENT', source, '', round, '{}', now(), now(), measurements::jsonb
              from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[]) as r(test, layer, source, round, measurements)
            """;

    private final TemporaryFolder folder;
    private final PostgresProcess postgres;
    private final ServiceDatabase database;

    private PlainInsert(TemporaryFolder folder) {
        this.folder = folder;
        postgres = new PostgresProcess(folder.path(), new LogFile(folder.resolve("postgres.log")), Map.of());
        postgres.start();
        database = ServiceDatabase.of(postgres.database("events"));
    }

    static PlainInsert open() throws IOException, SQLException {
        var insert = new PlainInsert(TemporaryFolder.of("detection"));
        for (var migration : TABLE) {
            insert.database.execute(Files.readString(MIGRATIONS.resolve(migration)));
        }
        insert.database.execute("create table every_round partition of test_result default");
        return insert;
    }

    /** Nanoseconds which it takes until the last of them is committed. */
    long nanos(List<TestResult> results) throws SQLException {
        try (var connection = database.connect(); var insert = connection.prepareStatement(INSERT)) {
            insert.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            var nanos = 0L;
            for (int from = 0; from < results.size(); from += AT_ONCE) {
                bind(connection, insert, results.subList(from, Math.min(results.size(), from + AT_ONCE)));
                var begin = System.nanoTime();
                insert.execute();
                nanos += System.nanoTime() - begin;
            }
            return nanos;
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, List<TestResult> results) throws SQLException {
        List<Function<TestResult, Object>> columns = List.of(result -> result.test().id(), result -> result.layer().name(),
                result -> result.source().id(), TestResult::roundId, PlainInsert::json);
        for (int column = 0; column < columns.size(); column++) {
            var values = results.stream().map(columns.get(column)).toArray();
            insert.setArray(column + 1, connection.createArrayOf(values[0] instanceof Long ? "bigint" : "text", values));
        }
    }

    /** As events-service writes it, for the few kinds of values which these results have. */
    private static String json(TestResult result) {
        return result.measurements()
                .values()
                .entrySet()
                .stream()
                .map(value -> "\"" + value.getKey() + "\": "
                        + (value.getValue() instanceof String text ? "\"" + text + "\"" : value.getValue()))
                .collect(Collectors.joining(", ", "{\"values\": {", "}, \"children\": {}}"));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.close();
    }
}
