package io.tocsin.database;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;

/** Makes the pools of a service; behind a pooler with nothing that belongs to a session. */
@Singleton
public class PoolerSafety implements PgPoolCreator {

    /** Parameters of a start which every version of PgBouncer understands; it refuses any other. */
    private static final Set<String> UNDERSTOOD = Set.of("application_name", "client_encoding", "DateStyle");

    private final DatabaseConfig config;

    PoolerSafety(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlLimit(config.longestPrepared()));
        if (config.pooler()) {
            input.pgConnectOptionsList().forEach(PoolerSafety::makeSafe);
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }

    static void makeSafe(PgConnectOptions options) {
        options.getProperties().keySet().retainAll(UNDERSTOOD);
        options.setUseLayer7Proxy(true);
        options.setCachePreparedStatements(false);
    }
}
