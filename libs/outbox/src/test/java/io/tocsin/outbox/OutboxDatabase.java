package io.tocsin.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.test.PostgresServer;

/** A database with the tables of this library, as a service has after its first migration. */
public class OutboxDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "outbox";

    private static final String DIARY = """
            create table diary (
                position bigint generated always as identity,
                subject  text,
                data     text check (data <> '"forbidden"')
            )
            """;

    private PostgresServer server;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start().createDatabase(NAME);
        createTables(server.jdbcUrl(NAME));
        return server.settings(NAME);
    }

    private static void createTables(String url) {
        try (var schema = Outbox.class.getResourceAsStream("schema.sql");
                var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(DIARY);
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
    }
}
