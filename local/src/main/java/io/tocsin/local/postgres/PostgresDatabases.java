package io.tocsin.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.tocsin.local.process.CannotStart;

/** Gives each service a database and a role of its own, which owns that database and nothing else, as in production. */
final class PostgresDatabases {

    private static final String MAKE_ROLE = "select format('create role %I login password %L', ?, ?) where not exists"
            + " (select from pg_roles where rolname = ?)";
    private static final String MAKE_DATABASE = "select format('create database %I owner %I', ?, ?) where not exists"
            + " (select from pg_database where datname = ?)";

    private final int port;
    private final String password;

    PostgresDatabases(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /** Makes what is missing, and returns the Quarkus settings of a service that uses this database. */
    Map<String, String> settings(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), PostgresProcess.SUPERUSER, password)) {
            execute(connection, MAKE_ROLE, name, password, name);
            execute(connection, MAKE_DATABASE, name, name, name);
        } catch (SQLException e) {
            throw new CannotStart("Cannot make the database '" + name + "' (" + e.getMessage() + ").", e);
        }
        return Map.of(
                "quarkus.datasource.username", name,
                "quarkus.datasource.password", password,
                "quarkus.datasource.jdbc.url", jdbcUrl(name),
                "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + port + "/" + name);
    }

    /** The same for a service which may not own its tables: the owner migrates them, and the service logs in as another role. */
    Map<String, String> settings(String name, String serviceRole) {
        var settings = new HashMap<>(settings(name));
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), PostgresProcess.SUPERUSER, password)) {
            execute(connection, MAKE_ROLE, serviceRole, password, serviceRole);
        } catch (SQLException e) {
            throw new CannotStart("Cannot make the role '" + serviceRole + "' (" + e.getMessage() + ").", e);
        }
        settings.put("quarkus.flyway.username", name);
        settings.put("quarkus.flyway.password", password);
        settings.put("quarkus.datasource.username", serviceRole);
        return settings;
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The first statement writes the second, properly quoted, or none when there is nothing to make. */
    private static void execute(Connection connection, String statement, String... parameters) throws SQLException {
        try (var query = connection.prepareStatement(statement)) {
            for (var i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery(); var make = connection.createStatement()) {
                if (rows.next()) {
                    make.execute(rows.getString(1));
                }
            }
        }
    }
}
