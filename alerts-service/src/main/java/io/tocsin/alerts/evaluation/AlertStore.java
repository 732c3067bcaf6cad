package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Reads alerts for an evaluation, which has locked their rules. */
@ApplicationScoped
class AlertStore {

    /** In one order, so that two evaluations of the same rules wait for each other instead of dead-locking. */
    private static final String LOCK_RULES = """
            select id
              from alert_rule
             where id = any ($1::bigint[])
             order by id
               for no key update
            """;

    /**
     * The alerts that end after a rule's first moment, and the open one if it ended before: each with the latest end of those
     * sources which are not looked at. Each of the two is found by its index, however many alerts the rule had before.
     */
    private static final String ALERTS = """
            with looked_at as (
                select rule_id, source, at
                  from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::bigint[]) as s(rule_id, source, at, by)),
            rule as (
                select rule_id, min(at) as since
                  from looked_at
                 group by rule_id)
            select a.id, a.rule_id, a.state, a.started_at, a.started_by, a.until, a.until_by,
                   other.until as others_until, other.until_by as others_until_by
              from rule
             cross join lateral (
                   (select *
                      from alert
                     where alert.rule_id = rule.rule_id
                       and alert.until >= rule.since)
                   union all
                   (select *
                      from alert
                     where alert.rule_id = rule.rule_id
                       and alert.state = 'open'
                       and alert.until < rule.since)
                   ) a
              left join lateral (select s.until, s.until_by
                                   from alert_source s
                                  where s.alert_id = a.id
                                    and (a.rule_id, s.source) not in (select rule_id, source from looked_at)
                                  order by s.until desc, s.until_by desc
                                  limit 1) other on true
             where a.state <> 'disabled'
            """;

    private static final String SOURCES = """
            select s.alert_id, s.source, s.started_at, s.started_by, s.until, s.until_by, s.number_at_start, s.number_at_end
              from unnest($1::bigint[], $2::text[]) as looked_at(rule_id, source)
              join alert a on a.id = any ($3::uuid[]) and a.rule_id = looked_at.rule_id
              join alert_source s on s.alert_id = a.id and s.source = looked_at.source
            """;

    /** Makes every other evaluation of these rules wait until the transaction ends. */
    Uni<Void> lockRules(SqlConnection transaction, Collection<Long> rules) {
        return transaction.preparedQuery(LOCK_RULES)
                .execute(Tuple.tuple().addValue(rules.toArray(Long[]::new)))
                .replaceWithVoid();
    }

    /** By rule, those alerts which its sources can change from these moments on. */
    Uni<Map<Long, List<AlertDraft>>> load(SqlConnection transaction, Map<SourceOfRule, Moment> from) {
        var byId = new HashMap<UUID, AlertDraft>();
        var byRule = new HashMap<Long, List<AlertDraft>>();
        return transaction.preparedQuery(ALERTS)
                .execute(SourceOfRule.columns(from))
                .invoke(rows -> rows.forEach(row -> collect(row, byId, byRule)))
                .chain(() -> addSources(transaction, from.keySet(), byId))
                .replaceWith(byRule);
    }

    private static Uni<Void> addSources(
            SqlConnection transaction, Set<SourceOfRule> lookedAt, Map<UUID, AlertDraft> alerts) {
        if (alerts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var parameters = Columns.of(lookedAt)
                .longs(SourceOfRule::rule)
                .texts(SourceOfRule::source)
                .tuple()
                .addValue(alerts.keySet().toArray(UUID[]::new));
        return transaction.preparedQuery(SOURCES)
                .execute(parameters)
                .invoke(rows -> rows.forEach(row -> alerts.get(row.getUUID("alert_id")).add(source(row))))
                .replaceWithVoid();
    }

    private static void collect(Row row, Map<UUID, AlertDraft> byId, Map<Long, List<AlertDraft>> byRule) {
        var othersEnd = row.getOffsetDateTime("others_until") == null
                ? null
                : Columns.moment(row, "others_until", "others_until_by");
        var draft = AlertDraft.known(row.getUUID("id"), AlertState.of(row.getString("state")), span(row), othersEnd);
        byId.put(draft.id(), draft);
        byRule.computeIfAbsent(row.getLong("rule_id"), any -> new ArrayList<>()).add(draft);
    }

    private static SourceDraft source(Row row) {
        return new SourceDraft(row.getString("source"), span(row), row.getInteger("number_at_start"),
                row.getInteger("number_at_end"));
    }

    private static Span span(Row row) {
        return new Span(Columns.moment(row, "started_at", "started_by"), Columns.moment(row, "until", "until_by"));
    }
}
