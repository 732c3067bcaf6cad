package io.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The role a service runs as, when another one migrated its tables. */
class RuntimeRoleTest {

    private static final String TABLES = "select relname from pg_class"
            + " where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition";

    @ParameterizedTest
    @ValueSource(strings = { "events-service", "alerts-service", "audit-service", "notifier-service" })
    void readsEveryTableAndChangesNone(String service) throws SQLException {
        var schema = Schema.of(service);
        try (var connection = schema.atRuntime(); var statement = connection.createStatement()) {
            var tables = schema.ask(TABLES);

            assertThat(tables).contains("flyway_schema_history", "outbox", "inbox");
            for (var table : tables) {
                statement.executeQuery("select * from " + table + " limit 1").close();
                assertRefused(() -> statement.execute("alter table " + table + " add column more text"));
                assertRefused(() -> statement.execute("drop table " + table));
                assertRefused(() -> statement.execute("truncate table " + table));
            }
            assertRefused(() -> statement.execute("create table mine (id int)"));
        }
    }

    @Test
    void makesAndDropsPartitionsOfEventsAndResults() throws SQLException {
        var schema = Schema.of("events-service");
        try (var connection = schema.atRuntime(); var statement = connection.createStatement()) {
            statement.execute("select make_event_class('event_short', 'short')");
            statement.execute("select make_event_partition('event_short_1', 'event_short', 0, 100)");
            statement.execute("select make_result_partition('test_result_1', 0, 86400)");
            assertThat(schema.ask("select relname from pg_class where relispartition and relkind in ('r', 'p')"))
                    .contains("event_short", "event_short_1", "test_result_1");

            statement.execute("select drop_partition('event_short_1')");
            statement.execute("select drop_partition('test_result_1')");
            assertThat(schema.ask("select relname from pg_class where relispartition and relkind = 'r'"))
                    .doesNotContain("event_short_1", "test_result_1");
        }
    }

    @Test
    void keepsUpTheIndexesOfEventsAndNoOther() throws SQLException {
        var schema = Schema.of("events-service");
        try (var connection = schema.atRuntime(); var statement = connection.createStatement()) {
            statement.execute("select make_event_class('event_short', 'short')");
            statement.execute("select make_event_partition('event_short_1', 'event_short', 0, 100)");

            try (var kept = statement.executeQuery("""
                    select count(take_in_terms(terms.inhrelid)), count(sum_up_times(times.inhrelid))
                      from pg_inherits as terms_tier
                      join pg_inherits as terms on terms.inhparent = terms_tier.inhrelid
                     cross join pg_inherits as times_tier
                      join pg_inherits as times on times.inhparent = times_tier.inhrelid
                     where terms_tier.inhparent = 'event_terms'::regclass
                       and times_tier.inhparent = 'event_happened'::regclass
                    """)) {
                kept.next();
                assertThat(kept.getInt(1)).isOne();
                assertThat(kept.getInt(2)).isOne();
            }

            assertThatThrownBy(() -> statement.execute("select take_in_terms('outbox_pkey'::regclass)"))
                    .hasMessageContaining("is no index of terms");
            assertThatThrownBy(() -> statement.execute("select sum_up_times('outbox_pkey'::regclass)"))
                    .hasMessageContaining("is no index of times");
        }
    }

    @Test
    void dropsNothingElse() throws SQLException {
        var schema = Schema.of("events-service");
        try (var connection = schema.atRuntime(); var statement = connection.createStatement()) {
            for (var table : schema.ask(TABLES)) {
                assertThatThrownBy(() -> statement.execute("select drop_partition('" + table + "')"))
                        .hasMessageContaining("is no partition of events or results");
            }
            assertThatThrownBy(() -> statement.execute("select make_event_partition('mine', 'test_result', 0, 1)"))
                    .hasMessageContaining("holds no events");
        }
    }

    @Test
    void migratingAgainGrantsWhatWasTakenAway() throws SQLException {
        var schema = Schema.of("alerts-service");
        try (var owner = schema.asOwner(); var runtime = schema.atRuntime()) {
            owner.createStatement().execute("revoke all on outbox from runtime");

            schema.migrate();

            runtime.createStatement().executeQuery("select * from outbox").close();
        }
    }

    private static void assertRefused(ThrowingCallable statement) {
        assertThatThrownBy(statement).isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState()).isEqualTo("42501"));
    }
}
