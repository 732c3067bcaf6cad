package io.tocsin.audit.trail;

import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AppendOnlyTest {

    private static final String LOG = "select count(*) || md5(string_agg(content, '' order by number)) from user_event"
            + " where organization = 'history'";

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ParameterizedTest
    @ValueSource(strings = {
            "update user_event set content = '{}'",
            "delete from user_event",
            "truncate user_event",
            "update chain_link set root = previous",
            "delete from chain_link",
            "truncate chain_link",
            "update chain_node set hash = ''",
            "delete from chain_node",
            "update signed_head set note = ''",
            "delete from signed_head",
            "update signing_key set pem = ''",
            "update head_publication set size = 0",
            "delete from head_publication",
            "truncate head_publication",
            "update person set secret = ''",
            "truncate person",
            "insert into user_event_before_chain select * from user_event_before_chain",
            "update shortest_retention set keep = interval '0 days'",
            "drop table user_event",
            "alter table user_event disable trigger all",
            "drop trigger user_event_is_append_only on user_event",
            "set session_replication_role = replica" })
    void theRoleOfTheServiceMayOnlyAddToTheRecord(String edit) {
        Services.deliver(aUserEvent().at("1970-06-01T00:00:00Z").of("history").build());
        var before = log();

        assertThatThrownBy(() -> await(() -> pool.query(edit).execute()))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*42501.*");

        assertThat(log()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = { "update %s set content = '{}'", "delete from %s", "truncate %s" })
    void norCanItReachAroundTheTableIntoAPartition(String edit) {
        Services.deliver(aUserEvent().at("1970-06-02T00:00:00Z").of("history").build());
        var partition = await(() -> pool.query("select tableoid::regclass::text from user_event limit 1").execute())
                .iterator()
                .next()
                .getString(0);

        assertThatThrownBy(() -> await(() -> pool.query(edit.formatted(partition)).execute()))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource({
            "update user_event set content = 1::text, user_event is append-only: update is refused",
            "delete from user_event, user_event is append-only: delete is refused",
            "truncate user_event, user_event is append-only: truncate is refused",
            "delete from chain_link, chain_link is append-only: delete is refused",
            "truncate chain_node, chain_node is append-only: truncate is refused",
            "update signed_head set note = 1::text, signed_head is append-only: update is refused" })
    void evenTheOwnerIsRefused(String edit, String refusal) throws SQLException {
        Services.deliver(aUserEvent().at("1970-06-03T00:00:00Z").of("history").build());

        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(edit)).hasMessageContaining(refusal);
        }
    }

    private String log() {
        return await(() -> pool.query(LOG).execute()).iterator().next().getString(0);
    }
}
