package io.tocsin.events;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What only a test does to the database of the service: look into it, hold it up, throw the service out. */
@Singleton
public class TestDatabase {

    private static final String NAME = "service";

    private final String url;
    private final String user;
    private final String password;

    TestDatabase(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public long number(String query, Object... parameters) {
        try (var connection = connect(NAME); var statement = connection.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** How many events carry this tag. */
    public long events(String tag) {
        return number("select count(*) from event where ? = any(tags)", tag);
    }

    /** How many messages wait which tell of an event with this tag. */
    public long messages(String tag) {
        return number("select count(*) from outbox where data like '%' || ? || '%'", tag);
    }

    /** The first column of every row, as text. */
    public List<String> lines(String query, Object... parameters) {
        try (var connection = connect(NAME); var statement = connection.prepareStatement(query)) {
            for (int at = 0; at < parameters.length; at++) {
                statement.setObject(at + 1, parameters[at]);
            }
            var lines = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    public void execute(String sql) {
        try (var connection = connect(NAME); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** A connection whose transactions the test ends. */
    public Commits commits() {
        try {
            var connection = connect(NAME);
            connection.setAutoCommit(false);
            return new Commits(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Until this is closed no event can be stored, and every attempt hangs. */
    public AutoCloseable lock() {
        return holding("lock table event in access exclusive mode");
    }

    /** Until this is closed a transaction holds all locks which the statement takes. */
    public AutoCloseable holding(String sql) {
        try {
            var connection = connect(NAME);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return connection;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** As a restart of PostgreSQL would, breaks every connection of the service. */
    public void breakConnections() {
        number("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and datname = ?",
                NAME);
    }

    /** Until this is closed PostgreSQL throws the service out and lets it in no more. */
    public AutoCloseable goAway() {
        inOtherDatabase("alter database service allow_connections false");
        inOtherDatabase("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'service'");
        return () -> inOtherDatabase("alter database service allow_connections true");
    }

    private void inOtherDatabase(String sql) {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url.replaceAll("/" + NAME + "$", "/" + database), user, password);
    }
}
