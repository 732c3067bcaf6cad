package io.tocsin.events.ops;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

import javax.sql.DataSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class BrokenConnectionsTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    DataSource migrations;

    @Inject
    TestDatabase database;

    @Test
    void aRestartOfPostgresqlBeforeTheFirstProbeIsNotTakenForMissingMigrations() throws SQLException {
        migrations.getConnection().close();
        database.breakConnections();

        try (var connection = migrations.getConnection(); var statement = connection.createStatement()) {
            assertThat(statement.execute("select 1")).isTrue();
        }
        when().get(management.resolve("/q/health/started")).then().statusCode(200);
    }
}
