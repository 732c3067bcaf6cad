package io.tocsin.e2e.stories;

import static io.tocsin.e2e.domain.Names.unique;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.restassured.RestAssured;
import io.tocsin.e2e.api.Script;
import io.tocsin.e2e.api.Story;
import io.tocsin.e2e.api.Tocsin;
import io.tocsin.local.process.LogFile;
import io.tocsin.local.service.Service;
import io.tocsin.local.service.ServiceLaunch;
import io.tocsin.local.service.ServiceProcess;

/** As on a cluster: a job of the service's own image migrates as the owner of the tables, then the service runs as another role. */
@Story
class MigrationJobStory {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theJobMigratesAndEndsAndTheServiceRunsAsARoleWhichChangesNoTable(Service service, Tocsin tocsin) throws Exception {
        var owner = unique("owner").replace('-', '_');
        var runtime = unique("runtime").replace('-', '_');
        var database = tocsin.platform().postgres().database(owner, runtime);

        var job = job(service, database);

        assertThat(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).as("see migration.log").isZero();
        assertThat(tablesOf(owner, database)).contains("flyway_schema_history", "outbox", "inbox");

        var process = service(service, tocsin, database);
        try {
            process.start().awaitReady(PATIENCE);
            RestAssured.get(process.managementUrl().resolve("/q/health/started")).then().statusCode(200);
        } finally {
            process.stop();
        }
        assertThat(tablesOf(runtime, database)).isEmpty();
    }

    /** With nothing but what the chart gives it (service-lib.migrationEnv). */
    private Process job(Service service, Map<String, String> database) throws IOException {
        var command = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                service.jar(Script.HOME).toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("migration.log").toFile());
        database.forEach((name, value) -> command.environment().put(variable(name), value));
        command.environment().put("QUARKUS_INIT_AND_EXIT", "true");
        command.environment().put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        return command.start();
    }

    /** As the chart sets it up: what it needs to migrate is not there. */
    private ServiceProcess service(Service service, Tocsin tocsin, Map<String, String> database) {
        var launch = new ServiceLaunch(service.jar(Script.HOME), folder.resolve("service.properties"))
                .set(database)
                .set(Map.of(
                        "quarkus.flyway.username", database.get("quarkus.datasource.username"),
                        "quarkus.flyway.migrate-at-start", "false",
                        "tocsin.outbox.service-credential", "a-secret-of-this-story",
                        "tocsin.identity.keys-file", tocsin.platform().data().keys().path().toString()));
        return new ServiceProcess(service.id(), launch, new LogFile(folder.resolve("service.log")), folder);
    }

    private static List<String> tablesOf(String role, Map<String, String> database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(database.get("quarkus.datasource.jdbc.url"),
                database.get("quarkus.flyway.username"), database.get("quarkus.flyway.password"));
                var query = connection.prepareStatement("select tablename from pg_tables where tableowner = ?")) {
            query.setString(1, role);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
