package io.tocsin.benchmarks.alertlist;

import java.sql.SQLException;

import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.model.Scope;

/**
 * Alerts of the past, made inside PostgreSQL: one began each eight seconds and lasted ten minutes, of one of fifty rules, with three
 * agents each. Twenty more are open.
 */
record PastAlerts(ServiceDatabase database, Scope scope) {

    private static final int RULES = 50;

    private static final String CLEAR = "truncate alert, alert_source";

    private static final String ALERTS = """
            insert into alert (id, organization, account_group, rule_id, alert_type, severity, metric, state, started_at, started_by,
                               until, until_by, due_at, ended_at, test_id, test_name, target)
            select gen_random_uuid(), '%1$s', '%2$s', (select min(id) from alert_rule) + n %% %3$d, 'http-server', 'major',
                   'Response Time', case when n < 20 then 'open' else 'cleared' end,
                   now() - interval '11 min' - n * interval '8 s', 0, now() - interval '1 min' - n * interval '8 s', 0,
                   now() + interval '365 days', case when n < 20 then null else now() - interval '1 min' - n * interval '8 s' end,
                   (1000 + n)::text, 'Shop ' || n, ''
              from generate_series(0, %4$d) n
            """;

    private static final String SOURCES = """
            insert into alert_source (alert_id, source, started_at, started_by, until, until_by, number_at_start, number_at_end, name,
                                      metrics_at_start, metrics_at_end)
            select id, agent::text, started_at, 0, coalesce(ended_at, 'infinity'), 0, 0, 0, 'Agent ' || agent,
                   'Response Time: 1500 ms', 'Response Time: 80 ms'
              from alert, generate_series(1, 3) agent
            """;

    private static final String RULE = """
            {"ruleName":"Slow %d","alertType":"http-server","expression":"((responseTime > %d ms))","minimumSources":2,
             "roundsViolatingOutOf":1,"roundsViolatingRequired":1,"severity":"major","testIds":["%d"]}
            """;

    static String rule(int rule) {
        return RULE.formatted(rule, 1_000 + rule, 1_000 + rule);
    }

    static int rules() {
        return RULES;
    }

    /** Makes so many, in place of those before. */
    void fill(int count) throws SQLException {
        database.execute(CLEAR);
        database.execute(ALERTS.formatted(scope.organization(), scope.accountGroup(), RULES, count + 19));
        database.execute(SOURCES);
        database.execute("vacuum analyze alert, alert_source");
    }
}
