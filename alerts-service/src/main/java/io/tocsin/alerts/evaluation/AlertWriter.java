package io.tocsin.alerts.evaluation;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Writes what an evaluation made of the alerts of the rules it has locked. */
@ApplicationScoped
class AlertWriter {

    private static final String CHANGE = """
            update alert a
               set started_at = d.started_at,
                   started_by = d.started_by,
                   until = d.until,
                   until_by = d.until_by,
                   state = d.state,
                   due_at = d.due_at,
                   ended_at = case when d.state = 'open' then null else d.until end
              from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::timestamptz[], $5::bigint[], $6::text[],
                          $7::timestamptz[])
                   as d(id, started_at, started_by, until, until_by, state, due_at)
             where a.id = d.id
            """;

    private static final String OPEN = """
            insert into alert (id, started_at, started_by, until, until_by, state, due_at, ended_at,
                               organization, account_group, rule_id, alert_type, severity, metric)
            select id, started_at, started_by, until, until_by, state, due_at, case when state = 'open' then null else until end,
                   organization, account_group, rule_id, alert_type, severity, metric
              from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::timestamptz[], $5::bigint[], $6::text[],
                          $7::timestamptz[], $8::text[], $9::text[], $10::bigint[], $11::text[], $12::text[],
                          $13::text[])
                   as d(id, started_at, started_by, until, until_by, state, due_at,
                        organization, account_group, rule_id, alert_type, severity, metric)
            """;

    private static final String PUT_SOURCES = """
            insert into alert_source (alert_id, source, started_at, started_by, until, until_by, number_at_start, number_at_end)
            select *
              from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[], $5::timestamptz[], $6::bigint[],
                          $7::bigint[], $8::bigint[])
                on conflict (alert_id, source)
                do update set started_at = excluded.started_at,
                              started_by = excluded.started_by,
                              until = excluded.until,
                              until_by = excluded.until_by,
                              number_at_start = excluded.number_at_start,
                              number_at_end = excluded.number_at_end
            """;

    private final EvaluationConfig config;

    AlertWriter(EvaluationConfig config) {
        this.config = config;
    }

    /** An alert of a rule, and one of its sources. */
    private record Part(AlertDraft alert, SourceDraft source) {}

    /** Those which clear are written first, since a rule has but one open alert. */
    Uni<Void> write(SqlConnection transaction, List<AlertOfRule> alerts) {
        return change(transaction, alerts.stream().filter(alert -> !alert.draft().isNew()).toList())
                .chain(() -> open(transaction, alerts.stream().filter(alert -> alert.draft().isNew()).toList()))
                .chain(() -> putSources(transaction, alerts.stream().flatMap(AlertWriter::parts).toList()));
    }

    private Uni<Void> change(SqlConnection transaction, List<AlertOfRule> alerts) {
        return execute(transaction, CHANGE, alerts, common(alerts));
    }

    private Uni<Void> open(SqlConnection transaction, List<AlertOfRule> alerts) {
        return execute(transaction, OPEN, alerts, common(alerts)
                .texts(alert -> alert.scope().organization())
                .texts(alert -> alert.scope().accountGroup())
                .longs(alert -> alert.rule().id())
                .texts(alert -> alert.settings().alertType())
                .texts(alert -> alert.settings().severityOrDefault())
                .texts(alert -> alert.rule().metric()));
    }

    private Columns<AlertOfRule> common(List<AlertOfRule> alerts) {
        return Columns.of(alerts)
                .ids(alert -> alert.draft().id())
                .moments(alert -> alert.draft().span().start())
                .moments(alert -> alert.draft().span().end())
                .texts(alert -> alert.draft().state().word())
                .times(alert -> alert.draft().dueAt(config.settle()));
    }

    private static Uni<Void> putSources(SqlConnection transaction, List<Part> parts) {
        return execute(transaction, PUT_SOURCES, parts, Columns.of(parts)
                .ids(part -> part.alert().id())
                .texts(part -> part.source().source())
                .moments(part -> part.source().span().start())
                .moments(part -> part.source().span().end())
                .longs(part -> (long) part.source().numberAtStart())
                .longs(part -> (long) part.source().numberAtEnd()));
    }

    private static Stream<Part> parts(AlertOfRule alert) {
        return alert.draft().sources().stream().map(source -> new Part(alert.draft(), source));
    }

    private static Uni<Void> execute(SqlConnection transaction, String sql, List<?> rows, Columns<?> columns) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(columns.tuple()).replaceWithVoid();
    }
}
