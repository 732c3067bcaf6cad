package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Writes what a batch made of alerts: a handful of statements, however many they are. */
@ApplicationScoped
class ResultAlertWriter {

    /** What still lasts has no end that could be known in advance. */
    private static final Instant OPEN_END = Instant.parse("9999-12-31T00:00:00Z");

    private static final String WITHDRAW = """
            delete from alert
             where id = any ($1::uuid[])
            """;

    private static final String CHANGE = """
            update alert a
               set started_at = c.started_at,
                   until = c.until,
                   ended_at = c.ended_at,
                   state = case when c.ended_at is null then 'open' else 'cleared' end,
                   suppressed = a.suppressed and c.ended_at is null
              from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
                   as c(id, started_at, ended_at, until)
             where a.id = c.id
            """;

    private static final String OPEN = """
            insert into alert (id, started_at, ended_at, until, due_at, state, started_by, until_by, metric,
                               organization, account_group, rule_id, alert_type, severity, test_id, test_name, target, target_name, suppressed)
            select id, started_at, ended_at, until, until, case when ended_at is null then 'open' else 'cleared' end, 0, 0, '',
                   organization, account_group, rule_id, alert_type, severity, test_id, test_name, target, target_name, suppressed
              from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::bigint[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::boolean[])
                   as c(id, started_at, ended_at, until, organization, account_group, rule_id,
                        alert_type, severity, test_id, test_name, target, target_name, suppressed)
            """;

    private static final String FORGET_SOURCES = """
            delete from alert_source
             where alert_id = any ($1::uuid[])
            """;

    private static final String PUT_SOURCES = """
            insert into alert_source (alert_id, source, name, started_at, until, metrics_at_start, metrics_at_end,
                                      started_by, until_by, number_at_start, number_at_end)
            select c.*, 0, 0, 0, 0
              from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::text[])
                   as c(alert_id, source, name, started_at, until, metrics_at_start, metrics_at_end)
                on conflict (alert_id, source)
                do update set started_at = excluded.started_at,
                              until = excluded.until,
                              metrics_at_start = excluded.metrics_at_start,
                              metrics_at_end = excluded.metrics_at_end
            """;

    /** Those which clear are written before those which open, since a rule has but one open alert over a test. */
    Uni<Void> write(SqlConnection transaction, List<AlertChange> changes) {
        return change(transaction, changes.stream().filter(change -> change.spansOtherwise() && !change.now().lasts()).toList())
                .chain(() -> change(transaction,
                        changes.stream().filter(change -> change.spansOtherwise() && change.now().lasts()).toList()))
                .chain(() -> open(transaction, changes.stream().filter(AlertChange::isNew).toList()))
                .chain(() -> forgetSources(transaction, changes.stream().filter(AlertChange::isRecast).toList()))
                .chain(() -> putSources(transaction, changes.stream().flatMap(AlertChange::changedSources).toList()));
    }

    Uni<Void> withdraw(SqlConnection transaction, List<UUID> alerts) {
        return execute(transaction, WITHDRAW, alerts, Tuple.tuple().addValue(alerts.toArray(UUID[]::new)));
    }

    private static Uni<Void> change(SqlConnection transaction, List<AlertChange> changes) {
        return execute(transaction, CHANGE, changes, common(changes).tuple());
    }

    private static Uni<Void> open(SqlConnection transaction, List<AlertChange> changes) {
        return execute(transaction, OPEN, changes, common(changes)
                .texts(change -> change.finding().key().scope().organization())
                .texts(change -> change.finding().key().scope().accountGroup())
                .longs(change -> change.finding().rule().id())
                .texts(change -> change.finding().rule().rule().settings().alertType())
                .texts(change -> change.finding().rule().rule().settings().severityOrDefault())
                .texts(change -> change.finding().key().test())
                .texts(change -> change.finding().batch().test().name())
                .texts(change -> change.finding().key().target())
                .texts(change -> change.finding().batch().targetName())
                .flags(change -> change.isMuted() && change.now().lasts())
                .tuple());
    }

    private static Columns<AlertChange> common(List<AlertChange> changes) {
        return Columns.of(changes)
                .ids(AlertChange::id)
                .times(change -> Instant.ofEpochSecond(change.now().start()))
                .times(change -> change.now().lasts() ? null : Instant.ofEpochSecond(change.now().end()))
                .times(change -> until(change.now().end()));
    }

    private static Uni<Void> forgetSources(SqlConnection transaction, List<AlertChange> changes) {
        return execute(transaction, FORGET_SOURCES, changes, Columns.of(changes).ids(AlertChange::id).tuple());
    }

    private static Uni<Void> putSources(SqlConnection transaction, List<AlertChange.Source> sources) {
        return execute(transaction, PUT_SOURCES, sources, Columns.of(sources)
                .ids(source -> source.alert().id())
                .texts(AlertChange.Source::id)
                .texts(AlertChange.Source::name)
                .times(source -> Instant.ofEpochSecond(source.part().start()))
                .times(source -> until(source.part().end()))
                .texts(source -> source.part().metricsAtStart())
                .texts(source -> source.part().metricsAtEnd())
                .tuple());
    }

    private static Instant until(Long end) {
        return end == null ? OPEN_END : Instant.ofEpochSecond(end);
    }

    private static Uni<Void> execute(SqlConnection transaction, String sql, List<?> rows, Tuple parameters) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }
}
