package io.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;

/** Many clients share two connections of a real PgBouncer, which gives each transaction the one that is free. */
class PoolerSafetyTest {

    private static final int CLIENTS = 8;
    private static final int TRANSACTIONS = 200;

    private static Schema schema;
    private static PgBouncer bouncer;
    private static Vertx vertx;

    @BeforeAll
    static void start() throws SQLException {
        assumeTrue(PgBouncer.program().isPresent(), "there is no pgbouncer here");
        schema = Schema.of("audit-service");
        bouncer = PgBouncer.before(schema.port(), "runtime", Schema.PASSWORD);
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        if (schema != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            bouncer.close();
        }
    }

    @Test
    void transactionsOfManyClientsShareFewConnections() {
        var options = options();
        PoolerSafety.makeSafe(options);

        var pool = pool(options);
        var answers = IntStream.range(0, TRANSACTIONS).mapToObj(number -> askTwice(pool, number)).toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
    }

    @Test
    void asServicesConnectWithoutAPoolerItWouldRefuseThem() {
        var pool = pool(options());

        assertThatThrownBy(() -> askTwice(pool, 1).join()).hasMessageContaining("unsupported startup parameter");
    }

    @Test
    void theDatabaseEndsStatementsWhichTheServiceCannot() {
        var options = options();
        PoolerSafety.makeSafe(options);

        var timeout = pool(options).query("show statement_timeout").execute().toCompletionStage().toCompletableFuture().join();

        assertThat(timeout.iterator().next().getString(0)).isEqualTo("30s");
    }

    /** Two statements with parameters in one transaction, with a lock and a setting of that transaction. */
    private static CompletableFuture<Boolean> askTwice(Pool pool, int number) {
        return pool.withTransaction(transaction -> transaction.query("set local lock_timeout = '1s'")
                .execute()
                .compose(set -> transaction.preparedQuery("select pg_advisory_xact_lock($1)").execute(Tuple.of((long) number)))
                .compose(locked -> transaction.preparedQuery("select $1::int + $2::int").execute(Tuple.of(number, number)))
                .map(rows -> rows.iterator().next().getInteger(0) == 2 * number))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static Pool pool(PgConnectOptions options) {
        return PgBuilder.pool().with(new PoolOptions().setMaxSize(CLIENTS)).connectingTo(options).using(vertx).build();
    }

    /** As the services have them. */
    private static PgConnectOptions options() {
        return new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(bouncer.port())
                .setDatabase(schema.database())
                .setUser("runtime")
                .setPassword(Schema.PASSWORD)
                .setCachePreparedStatements(true)
                .addProperty("statement_timeout", "30s");
    }
}
