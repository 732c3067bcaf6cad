package io.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;

/** Which statements a connection keeps prepared. */
class PreparedStatementsTest {

    private static final String LONG = "select 1 -- " + "long ".repeat(600);
    private static final String PREPARED = "select count(*) from pg_prepared_statements where statement like 'select 1 -- long%'";

    private static Schema schema;
    private static Vertx vertx;

    @BeforeAll
    static void start() throws SQLException {
        schema = Schema.of("audit-service");
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void longOneIsPreparedOnceWhereTheServiceWantsIt() {
        assertThat(preparedAfterTwoExecutions(LONG.length())).isOne();
    }

    @Test
    void longerOneIsPlannedByItsValuesEachTime() {
        assertThat(preparedAfterTwoExecutions(LONG.length() - 1)).isZero();
    }

    private static long preparedAfterTwoExecutions(int longestPrepared) {
        var pool = new PoolerSafety(new Settings(longestPrepared)).create(new OneConnection(List.of(options())));
        return pool.withConnection(connection -> connection.preparedQuery(LONG)
                .execute()
                .compose(done -> connection.preparedQuery(LONG).execute())
                .compose(done -> connection.query(PREPARED).execute())
                .map(rows -> rows.iterator().next().getLong(0)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private record Settings(int longestPrepared) implements DatabaseConfig {

        @Override
        public boolean pooler() {
            return false;
        }
    }

    private static PgConnectOptions options() {
        return new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(schema.port())
                .setDatabase(schema.database())
                .setUser("runtime")
                .setPassword(Schema.PASSWORD)
                .setCachePreparedStatements(true);
    }

    private record OneConnection(List<PgConnectOptions> pgConnectOptionsList) implements PgPoolCreator.Input {

        @Override
        public Vertx vertx() {
            return vertx;
        }

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }
    }
}
