package io.tocsin.benchmarks.workbench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The database of events-service, from outside. */
public record ServiceDatabase(String jdbcUrl, String user, String password) {

    public static ServiceDatabase of(Map<String, String> settings) {
        return new ServiceDatabase(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    /** The same for whoever may do everything on this server. */
    public ServiceDatabase asSuperuser(String superuserPassword) {
        return new ServiceDatabase(jdbcUrl, "postgres", superuserPassword);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    public String text(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    public long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    public void execute(String statement) throws SQLException {
        try (var connection = connect(); var run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    /** Version and the settings that decide whether a commit is durable. */
    public String describe() throws SQLException {
        return text("select current_setting('server_version') || ', fsync ' || current_setting('fsync')"
                + " || ', synchronous_commit ' || current_setting('synchronous_commit')"
                + " || ', shared_buffers ' || current_setting('shared_buffers')");
    }

    /**
     * Brings a new server to where one that has run for hours is: it writes over old segments of its log. Making a new one
     * holds up every commit for a tenth of a second, and a server that starts with this load does it every other second. More is
     * written than max_wal_size of it. Only a superuser may.
     */
    public void ripenLog() throws SQLException {
        execute("select count(pg_logical_emit_message(false, 'benchmark', repeat('x', 1000000))) from generate_series(1, 3000)");
        execute("checkpoint");
    }
}
