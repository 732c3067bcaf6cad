package io.tocsin.audit.retention;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.audit.api.audit.ExportFile;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class RetentionTest {

    @Inject
    Retention retention;

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @Test
    void aMonthWhichIsOverGoesAndWhatIsLeftIsStillProven() throws SQLException {
        Services.deliver(aUserEvent().of("retired").at("2017-01-01T00:00:00Z").saying("Very old.").build());
        var export = ExportFile.fetch(AuditKeys.RETIRED, "");
        var old = ExportFile.verdict(export).entries();
        moveToThePast("2018-05-15");
        Services.deliver(aUserEvent().of("retired").at("2017-01-02T00:00:00Z").saying("New.").build());

        await(retention::dropExpired);

        var left = ExportFile.fetch(AuditKeys.RETIRED, "");
        var verdict = ExportFile.verdict(left);
        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.expired()).isEqualTo(old);
        assertThat(left).contains("New.", "Audit log entries expired.").doesNotContain("Very old.");
    }

    @Test
    void whatIsYoungerThanTheOwnerWantsStays() {
        await(retention::openAhead);
        var month = YearMonth.now(java.time.Clock.systemUTC()).toString().replace("-", "");

        assertThatThrownBy(() -> await(() -> pool.query("select drop_user_event_partition('" + month + "')").execute()))
                .hasMessageContaining("user_event_" + month + " is younger than entries must be kept");
        assertThatThrownBy(() -> await(() -> pool.query("select drop_user_event_partition('1; --')").execute()))
                .hasMessageContaining("there is no partition");
    }

    /** docs/adr/0016. */
    @Test
    void noMonthIsVacuumedForWhatIsInserted() {
        await(retention::openAhead);

        var options = await(() -> pool.query("""
                select distinct coalesce(reloptions, '{}')::text as options
                  from pg_partition_tree('user_event')
                  join pg_class on oid = relid
                 where isleaf
                """).execute());

        assertThat(options).extracting(row -> row.getString("options"))
                .containsExactly("{autovacuum_vacuum_insert_threshold=-1}");
    }

    /** As if all that there is had been recorded long ago: only a superuser can do that, with the triggers switched off. */
    private void moveToThePast(String day) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("select open_user_event_partitions('" + day + "', '" + day + "')");
            statement.execute("set session_replication_role = replica");
            statement.execute("update user_event set recorded_at = '" + day + "' where organization = 'retired'");
        }
    }
}
