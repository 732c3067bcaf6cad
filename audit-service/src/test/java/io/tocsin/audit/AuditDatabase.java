package io.tocsin.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.tocsin.proof.note.NoteSigner;
import io.tocsin.test.PostgresServer;

/** A database as in production: one role owns the tables and migrates, another is what the service logs in as. */
public class AuditDatabase implements QuarkusTestResourceLifecycleManager {

    public static final String SERVICE_ROLE = "audit-service";

    private static final String DATABASE = "service";

    private PostgresServer server;
    private Path key;

    @Override
    public Map<String, String> start() {
        server = PostgresServer.start();
        server.createDatabase(DATABASE);
        makeRole();
        var settings = new HashMap<>(server.settings(DATABASE));
        settings.put("quarkus.flyway.username", settings.get("quarkus.datasource.username"));
        settings.put("quarkus.flyway.password", settings.get("quarkus.datasource.password"));
        settings.put("quarkus.datasource.username", SERVICE_ROLE);
        settings.put("quarkus.datasource.password", SERVICE_ROLE);
        settings.put("tocsin.audit.heads.key-file", keyFile());
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
        if (key != null) {
            key.toFile().delete();
        }
    }

    private String keyFile() {
        try {
            key = Files.createTempFile("audit", ".pem");
            Files.writeString(key, NoteSigner.newKeyFile());
            return key.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeRole() {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(DATABASE), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create role \"" + SERVICE_ROLE + "\" login password '" + SERVICE_ROLE + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the role of the service", e);
        }
    }
}
