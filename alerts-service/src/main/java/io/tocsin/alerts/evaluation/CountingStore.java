package io.tocsin.alerts.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Reads what counts for a source, and no more of it than the answer needs. */
@ApplicationScoped
class CountingStore {

    /** Of the matches before the moment the longest are enough, those from then on count all. */
    private static final String COUNTING = """
            select s.rule_id, s.source, m.counted, m.received_at, m.event_id, m.live_until, m.ended_by
              from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::bigint[]) as s(rule_id, source, at, by)
             cross join lateral (
                   (select *
                      from event_match m
                     where m.rule_id = s.rule_id
                       and m.source = s.source
                       and m.live_until >= s.at
                       and (m.live_until, m.ended_by) > (s.at, s.by)
                       and (m.received_at, m.event_id) < (s.at, s.by)
                     order by m.live_until desc, m.ended_by desc
                     limit $5)
                   union all
                   (select *
                      from event_match m
                     where m.rule_id = s.rule_id
                       and m.source = s.source
                       and (m.received_at, m.event_id) >= (s.at, s.by))
                   ) m
            """;

    /** The same where equal values count once: of each value, the longest match. */
    private static final String COUNTING_VALUES = """
            select s.rule_id, s.source, m.counted, m.received_at, m.event_id, m.live_until, m.ended_by
              from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::bigint[]) as s(rule_id, source, at, by)
             cross join lateral (
                   (select *
                      from (select distinct on (m.counted) *
                              from event_match m
                             where m.rule_id = s.rule_id
                               and m.source = s.source
                               and m.live_until >= s.at
                               and (m.live_until, m.ended_by) > (s.at, s.by)
                               and (m.received_at, m.event_id) < (s.at, s.by)
                             order by m.counted, m.live_until desc, m.ended_by desc) m
                     order by m.live_until desc, m.ended_by desc
                     limit $5)
                   union all
                   (select *
                      from event_match m
                     where m.rule_id = s.rule_id
                       and m.source = s.source
                       and (m.received_at, m.event_id) >= (s.at, s.by))
                   ) m
            """;

    /** What counts for the sources from their moments on; see {@link CourseFinder#find}. */
    Uni<Map<SourceOfRule, List<Match>>> events(SqlConnection transaction, Map<SourceOfRule, Moment> from, int enough) {
        return load(transaction, COUNTING, from, enough);
    }

    /** The same for rules which count different values. */
    Uni<Map<SourceOfRule, List<Match>>> values(SqlConnection transaction, Map<SourceOfRule, Moment> from, int enough) {
        return load(transaction, COUNTING_VALUES, from, enough);
    }

    private static Uni<Map<SourceOfRule, List<Match>>> load(
            SqlConnection transaction, String sql, Map<SourceOfRule, Moment> from, int enough) {
        if (from.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return transaction.preparedQuery(sql)
                .execute(SourceOfRule.columns(from).addInteger(enough))
                .map(CountingStore::matches);
    }

    private static Map<SourceOfRule, List<Match>> matches(RowSet<Row> rows) {
        var matches = new HashMap<SourceOfRule, List<Match>>();
        rows.forEach(row -> matches.computeIfAbsent(MatchStore.source(row), any -> new ArrayList<>()).add(match(row)));
        return matches;
    }

    private static Match match(Row row) {
        return new Match(row.getString("counted"), new Span(
                Columns.moment(row, "received_at", "event_id"),
                Columns.moment(row, "live_until", "ended_by")));
    }
}
