package io.tocsin.audit.carryover;

import static io.restassured.RestAssured.given;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import java.sql.DriverManager;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.api.audit.ExportFile;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class CarryoverTest {

    @Inject
    Carryover carryover;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @Test
    void whatWasRecordedBeforeThereWasAChainIsTakenIntoItOnce() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into user_event_before_chain
                    select gen_random_uuid(), 'ledger', '11', 'Network', '1985-01-01T00:00:00Z', 'Early.', 'u', 'U', 'u@example.com',
                           null, '[{"type": "testName", "name": "a"}]'
                    """);
        }

        await(carryover::run);
        await(carryover::run);

        given().header("Authorization", "Bearer " + AuditKeys.LEDGER)
                .get("/v7/audit-user-events?startDate=1985-01-01T00:00:00Z&endDate=1985-01-02T00:00:00Z")
                .then()
                .body("auditEvents.event", contains("Early."))
                .body("auditEvents.user", contains("U (u@example.com)"))
                .body("auditEvents[0].resources.name", contains("a"));
        assertThat(ExportFile.verdict(ExportFile.fetch(AuditKeys.LEDGER, "")).finding()).isEmpty();
    }
}
