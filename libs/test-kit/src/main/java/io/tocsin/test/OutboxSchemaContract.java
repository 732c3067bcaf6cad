package io.tocsin.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The migrations of a service must leave what libs/outbox needs. A service proves it by one class:
 * {@code @QuarkusTest @WithTestResource(PostgresResource.class) class OutboxSchemaTest extends OutboxSchemaContract {}}
 */
public abstract class OutboxSchemaContract {

    private static final String WANTED = "io/tocsin/outbox/schema.sql";
    private static final String SCRATCH = "outbox_schema_contract";

    /** All that describes the tables of the outbox in the schema of the parameter, a line each, without the schema's name. */
    private static final String DESCRIBE = """
            with tables as (
                select oid, relname, relpersistence, reloptions
                  from pg_class
                 where relnamespace = ?::regnamespace
                   and relname in ('outbox', 'outbox_lane', 'outbox_set_aside', 'inbox')
            )
            select format('table %s persistence %s options %s', relname, relpersistence, reloptions)
              from tables
            union all
            select format('column %s.%s %s not null %s identity %s default %s', relname, attname, format_type(atttypid, atttypmod),
                          attnotnull, attidentity, pg_get_expr(adbin, adrelid))
              from tables
              join pg_attribute on attrelid = tables.oid and attnum > 0 and not attisdropped
              left join pg_attrdef on adrelid = attrelid and adnum = attnum
            union all
            select format('index on %s unique %s using %s',
                          relname, indisunique, substring(pg_get_indexdef(indexrelid) from 'USING (.*)'))
              from tables
              join pg_index on indrelid = tables.oid
            """;

    @Test
    public void theDatabaseHasWhatTheOutboxNeeds() throws SQLException, IOException {
        try (var connection = dataSource().getConnection()) {
            connection.setAutoCommit(false);
            var present = describe(connection, connection.getSchema());
            createWanted(connection);
            var wanted = describe(connection, SCRATCH);
            connection.rollback();

            assertThat(wanted).isNotEmpty();
            assertThat(present).containsAll(wanted);
        }
    }

    private static PGSimpleDataSource dataSource() {
        var config = ConfigProvider.getConfig();
        var source = new PGSimpleDataSource();
        source.setUrl(config.getValue("quarkus.datasource.jdbc.url", String.class));
        source.setUser(ofTheOwner(config, "username"));
        source.setPassword(ofTheOwner(config, "password"));
        return source;
    }

    /** Whoever migrates may make a schema to compare with; the role of the run time may not. */
    private static String ofTheOwner(Config config, String what) {
        return config.getOptionalValue("quarkus.flyway." + what, String.class)
                .orElseGet(() -> config.getValue("quarkus.datasource." + what, String.class));
    }

    private static void createWanted(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema " + SCRATCH);
            statement.execute("set local search_path = " + SCRATCH);
            statement.execute(wantedSchema());
        }
    }

    private static String wantedSchema() throws IOException {
        try (var text = Thread.currentThread().getContextClassLoader().getResourceAsStream(WANTED)) {
            assertThat(text).as("%s of libs/outbox on the class path", WANTED).isNotNull();
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> describe(Connection connection, String schema) throws SQLException {
        var lines = new TreeSet<String>();
        try (var statement = connection.prepareStatement(DESCRIBE)) {
            statement.setString(1, schema);
            var rows = statement.executeQuery();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
