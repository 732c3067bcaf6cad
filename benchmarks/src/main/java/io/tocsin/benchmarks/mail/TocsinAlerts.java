package io.tocsin.benchmarks.mail;

import java.io.IOException;
import java.sql.SQLException;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.SampleEvent;
import io.tocsin.benchmarks.workbench.ServiceDatabase;
import io.tocsin.benchmarks.workbench.Workbench;
import io.tocsin.local.service.Service;

/**
 * Alerts of as many rules as needed: an error opens the alert of one, a recovery clears it before its turn comes again. Many at once
 * are copies of the last notification, left in the outbox of alerts-service, whose relay brings them to notifier-service as any other.
 */
final class TocsinAlerts implements AlertSystem {

    private static final String LEAVE = """
            insert into outbox (id, destination, type, subject, lane, data, trace_parent, created_at)
            select uuidv7(), 'notifier-service', 'io.tocsin.alert.notification.v1', 'flood-' || number, number %% 16,
                   jsonb_set(jsonb_set(jsonb_set('%s'::jsonb, '{id}', to_jsonb(uuidv7())),
                             '{alertId}', to_jsonb(gen_random_uuid())),
                             '{recipients}', jsonb_build_array('flood-' || number || '@tocsin.example'))::text,
                   null, now()
              from generate_series(%d, %d) as number
            """;

    private final Api events;
    private final Api ruleBook;
    private final ServiceDatabase alerts;
    private final ServiceDatabase notifications;
    private final int rules;
    private String template;

    TocsinAlerts(Workbench bench, int rules) {
        this.events = bench.api(Service.EVENTS);
        this.ruleBook = bench.api(Service.ALERTS);
        this.alerts = bench.database(Service.ALERTS);
        this.notifications = bench.database(Service.NOTIFIER);
        this.rules = rules;
    }

    void createRules() throws IOException, InterruptedException {
        for (var rule = 0; rule < rules; rule++) {
            ruleBook.createRule("""
                    {"ruleName":"Benchmark %d","alertType":"event","roundsViolatingOutOf":1,"roundsViolatingRequired":1,
                     "expression":"events(\\"bench:rule-%d status:error\\").rollup(\\"count\\").by(\\"host\\").last(\\"5m\\") >= 1",
                     "severity":"major","notifyOnClear":false,"notifications":{"email":{"recipients":["%s"],"message":""}}}
                    """.formatted(rule, rule, recipient(rule)));
        }
    }

    @Override
    public String name() {
        return "Tocsin";
    }

    @Override
    public String recipient(int number) {
        return "on-call-" + number % rules + "@tocsin.example";
    }

    @Override
    public void open(int number) throws IOException, InterruptedException {
        events.postEvent(eventJson(number % rules, "error"));
    }

    @Override
    public void clear(int number) throws IOException, InterruptedException {
        events.postEvent(eventJson(number % rules, "success"));
    }

    @Override
    public void openMany(int first, int count) throws SQLException {
        if (template == null) {
            template = notifications.text("select payload from notification order by created_at desc limit 1")
                    .replace("'", "''");
        }
        alerts.execute(LEAVE.formatted(template, first, first + count - 1));
    }

    private static String eventJson(int rule, String type) {
        return """
                {"title":"Disk full","text":"%s","alert_type":"%s","host":"web-%d","aggregation_key":"benchmark-%d",
                 "source_type_name":"nagios","tags":["env:prod","bench:rule-%d"]}
                """.formatted(SampleEvent.TEXT, type, rule, rule, rule);
    }
}
