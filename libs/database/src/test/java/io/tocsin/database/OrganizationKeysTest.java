package io.tocsin.database;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables can be distributed by {@code organization}, as Citus does, when each unique key holds it: it cannot know that a value is unique
 * among all shards. Here are those which do not, and why. See docs/scaling.md.
 */
class OrganizationKeysTest {

    /**
     * Each unique key as {@code table(columns)}. An id alone will do for a table which has the organization beside it: ids are unique by
     * themselves, so that (organization, id) is as good a key.
     */
    private static final String KEYS_WITHOUT = """
            select format('%s(%s)', indrelid::regclass, string_agg(attname, ', ' order by position))
              from pg_index
              join pg_class on pg_class.oid = indrelid
             cross join lateral unnest(indkey::int2[]) with ordinality as key (number, position)
              left join pg_attribute on attrelid = indrelid and attnum = number
             where indisunique and relnamespace = 'public'::regnamespace and not relispartition
             group by indexrelid, indrelid
            having not coalesce(bool_or(attname = 'organization'), false)
               and not (array_agg(attname) = array['id'::name] and exists (select from pg_attribute as tenant
                                                                           where tenant.attrelid = indrelid
                                                                             and tenant.attname = 'organization'))
             order by 1
            """;

    private static final String LOCAL = "stays on one node: short, and shared by all organizations";
    private static final String OF_ONE_PARENT = "the id it holds is unique by itself, and belongs to one organization";
    private static final String WITH_PARENT = "goes with its parent, and must get a column of its own before it is distributed";

    private static final Map<String, String> REASONS = Map.ofEntries(
            entry("flyway_schema_history", LOCAL),
            entry("outbox", LOCAL),
            entry("outbox_lane", LOCAL),
            entry("outbox_set_aside", LOCAL),
            entry("inbox", LOCAL),
            entry("event", OF_ONE_PARENT),
            entry("alert", OF_ONE_PARENT),
            entry("delivery", OF_ONE_PARENT),
            entry("unsubscribe_secret", LOCAL),
            entry("signing_key", LOCAL),
            entry("event_match", WITH_PARENT),
            entry("alert_source", WITH_PARENT),
            entry("delivery_attempt", WITH_PARENT),
            entry("delivery_report", WITH_PARENT),
            entry("told_with", WITH_PARENT));

    @ParameterizedTest
    @ValueSource(strings = { "events-service", "alerts-service", "audit-service", "notifier-service" })
    void eachUniqueKeyHoldsTheOrganizationOrSaysWhyNot(String service) throws SQLException {
        var keys = Schema.of(service).ask(KEYS_WITHOUT);

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(REASONS).containsKey(key.replaceAll("\\(.*", "")));
    }
}
