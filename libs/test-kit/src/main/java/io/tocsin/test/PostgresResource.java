package io.tocsin.test;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives a Quarkus test a database of its own: {@code @WithTestResource(PostgresResource.class)}. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final String DATABASE = "service";

    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start();
        return server.createDatabase(DATABASE).settings(DATABASE);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
