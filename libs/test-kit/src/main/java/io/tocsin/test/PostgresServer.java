package io.tocsin.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL for one test run: no container engine, nothing to install. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server on a free port. Commits are synced as in production, or tests would prove less than they say. */
    public static PostgresServer start() {
        return start(Map.of());
    }

    /** The same, and whoever asks for TLS is shown this certificate. */
    public static PostgresServer startWithTls(TestCertificate certificate) {
        return start(Map.of(
                "ssl", "on",
                "ssl_cert_file", certificate.pem().toString(),
                "ssl_key_file", certificate.keyPem().toString()));
    }

    private static PostgresServer start(Map<String, String> settings) {
        var builder = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200");
        settings.forEach(builder::setServerConfig);
        try {
            return new PostgresServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Creates a database of this name, empty. */
    public PostgresServer createDatabase(String name) {
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port() + "/" + database;
    }

    /** The Quarkus settings of a service that owns this database. */
    public Map<String, String> settings(String database) {
        return Map.of(
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "quarkus.datasource.jdbc.url", jdbcUrl(database),
                "quarkus.datasource.reactive.url", "postgresql://localhost:" + port() + "/" + database);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }
}
