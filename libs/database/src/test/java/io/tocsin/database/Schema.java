package io.tocsin.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.flywaydb.core.Flyway;

import io.tocsin.test.PostgresServer;

/** The database of one service as a cluster has it: migrated by its owner, used by another role. All on one server. */
final class Schema {

    static final String PASSWORD = "word";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static PostgresServer server;

    private final String service;
    private final String database;

    private Schema(String service) {
        this.service = service;
        this.database = "database_" + COUNT.incrementAndGet();
    }

    static Schema of(String service) throws SQLException {
        var schema = new Schema(service);
        executeAsSuperuser("create database " + schema.database + " owner owner");
        return schema.migrate();
    }

    /** As the job of an upgrade does. */
    Schema migrate() {
        Flyway.configure()
                .dataSource(server().jdbcUrl(database), "owner", PASSWORD)
                .locations("filesystem:../../" + service + "/src/main/resources/db/migration",
                        "filesystem:src/main/resources/db/grants")
                .placeholders(Map.of("runtime-role", "runtime"))
                .load()
                .migrate();
        return this;
    }

    Connection asOwner() throws SQLException {
        return DriverManager.getConnection(server().jdbcUrl(database), "owner", PASSWORD);
    }

    Connection atRuntime() throws SQLException {
        return DriverManager.getConnection(server().jdbcUrl(database), "runtime", PASSWORD);
    }

    int port() {
        return server().port();
    }

    String database() {
        return database;
    }

    /** The first column of what the owner finds. */
    List<String> ask(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = asOwner(); var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Started with the first schema; ends with the JVM. */
    private static synchronized PostgresServer server() {
        if (server == null) {
            server = PostgresServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        }
        return server;
    }

    private static void executeAsSuperuser(String statement) throws SQLException {
        try (var superuser = DriverManager.getConnection(server().jdbcUrl("postgres"), "postgres", "postgres");
                var one = superuser.createStatement()) {
            for (var role : List.of("owner", "runtime")) {
                one.execute("do $$ begin create role " + role + " login password '" + PASSWORD
                        + "'; exception when duplicate_object then null; end $$");
            }
            one.execute(statement);
        }
    }
}
