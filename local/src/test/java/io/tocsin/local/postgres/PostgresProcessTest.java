package io.tocsin.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.tocsin.local.process.LogFile;

class PostgresProcessTest {

    @TempDir
    Path folder;

    private PostgresProcess postgres;

    @BeforeEach
    void start() {
        postgres = another();
        postgres.start();
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void whatIsCommittedSurvivesAKill() throws SQLException {
        var settings = postgres.database("events");
        execute(settings, "create table kept(id int)", "insert into kept values (42)");

        postgres.kill();
        postgres.start();

        assertThat(value(settings, "select id from kept")).isEqualTo("42");
    }

    @Test
    void commitsAreOnDiskWhenTheyAreAcknowledged() throws SQLException {
        var settings = postgres.database("events");

        assertThat(value(settings, "show fsync")).isEqualTo("on");
        assertThat(value(settings, "show synchronous_commit")).isEqualTo("on");
        assertThat(value(settings, "show server_version_num")).startsWith("18");
    }

    @Test
    void aServerLeftAliveIsStoppedCleanlyByTheNextOne() throws SQLException {
        execute(postgres.database("events"), "create table kept as select 42 as id");
        var next = another();

        next.start();

        assertThat(value(next.database("events"), "select id from kept")).isEqualTo("42");
        next.close();
        assertThat(postgres.isRunning()).isFalse();
    }

    @Test
    void aServiceOwnsItsDatabaseAndNoOther() throws SQLException {
        postgres.database("audit");

        var settings = postgres.database("events");

        assertThat(value(settings, "select rolsuper from pg_roles where rolname = current_user")).isEqualTo("f");
        assertThat(value(settings, "select count(*) from pg_database where datdba = current_user::regrole")).isEqualTo("1");
    }

    private PostgresProcess another() {
        return new PostgresProcess(folder, new LogFile(folder.resolve("postgres.log")), Map.of());
    }

    private static void execute(Map<String, String> settings, String... statements) throws SQLException {
        try (var connection = connect(settings); var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    private static String value(Map<String, String> settings, String query) throws SQLException {
        try (var connection = connect(settings);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"), settings.get("quarkus.datasource.password"));
    }
}
