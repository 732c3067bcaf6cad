package io.tocsin.events.detection.run;

import java.util.List;

import io.tocsin.events.TestDatabase;

/** All that follows from an organization's results, as lines which are the same for organizations in which the same happened. */
record Written(List<String> events, List<String> flows, List<String> told, List<String> canonical) {

    private static final String EVENTS = """
            select concat_ws(' ', state, type, component, severity, started_at, ended_at, detected_at, over_minute, account_groups,
                             evidence)
              from detected_event
             where organization = ?
             order by 1
            """;

    private static final String FLOWS = """
            select concat_ws(' ', account_group, test_id, source_id, part, target)
              from detected_flow
             where organization = ?
             order by 1
            """;

    private static final String TOLD = """
            select concat_ws(' ', data::jsonb ->> 'kind', data::jsonb #>> '{scope,accountGroup}')
              from outbox
             where destination = 'notifier-service' and data::jsonb #>> '{scope,organization}' = ?
             order by seq
            """;

    private static final String CANONICAL = """
            select concat_ws(' ', account_group, severity, title)
              from event
             where organization = ?
             order by account_group, id
            """;

    static Written of(Site site, TestDatabase database) {
        var organization = site.organization();
        return new Written(database.lines(EVENTS, organization), database.lines(FLOWS, organization), database.lines(TOLD,
                organization), database.lines(CANONICAL, organization));
    }
}
