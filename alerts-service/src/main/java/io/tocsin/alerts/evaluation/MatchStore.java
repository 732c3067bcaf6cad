package io.tocsin.alerts.evaluation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Recovery.KeyOfRule;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** The table {@code event_match}. Its rows belong to rules, and rules to scopes: whoever asks has found the rules by scope. */
@ApplicationScoped
class MatchStore {

    private static final String ADD = """
            insert into event_match (rule_id, source, received_at, event_id, counted, aggregation_key, live_until, arrived_at)
            select rule_id, source, received_at, event_id, counted, aggregation_key, live_until, $8
              from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[])
                   as m(rule_id, source, received_at, event_id, counted, aggregation_key, live_until)
                on conflict do nothing
            returning rule_id, source, received_at as at, event_id as by
            """;

    private static final String WITH_KEY = """
            select distinct rule_id, aggregation_key
              from event_match
             where aggregation_key = any ($1::text[])
               and rule_id = any ($2::bigint[])
               and live_until >= $3
            """;

    /** Each match ends with the first recovery after it. */
    private static final String TAKE_AWAY = """
            with taken as (
                select distinct on (m.rule_id, m.source, m.received_at, m.event_id, m.counted)
                       m.rule_id, m.source, m.received_at, m.event_id, m.counted, r.at, r.by
                  from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::bigint[]) as r(rule_id, aggregation_key, at, by)
                  join event_match m on m.aggregation_key = r.aggregation_key and m.rule_id = r.rule_id
                 where (m.received_at, m.event_id) < (r.at, r.by)
                   and (m.live_until, m.ended_by) > (r.at, r.by)
                 order by m.rule_id, m.source, m.received_at, m.event_id, m.counted, r.at, r.by),
            ended as (
                update event_match m
                   set live_until = taken.at,
                       ended_by = taken.by
                  from taken
                 where m.rule_id = taken.rule_id
                   and m.source = taken.source
                   and m.received_at = taken.received_at
                   and m.event_id = taken.event_id
                   and m.counted = taken.counted
                returning m.rule_id, m.source, taken.at, taken.by)
            select distinct rule_id, source, at, by
              from ended
            """;

    private static final String FORGET = """
            delete from event_match
             where ctid = any (array(select ctid
                                       from event_match
                                      where live_until < $1
                                        and arrived_at < $1
                                      order by live_until
                                      limit $2
                                        for update skip locked))
            """;

    /** Adds what is not there yet, and tells for each source since when there is something new. */
    Uni<Map<SourceOfRule, Moment>> add(SqlConnection transaction, List<Sighting> sightings, Instant now) {
        var rows = Columns.of(sightings)
                .longs(sighting -> sighting.rule().id())
                .texts(Sighting::source)
                .moments(Sighting::moment)
                .texts(Sighting::counted)
                .texts(Sighting::key)
                .times(Sighting::liveUntil)
                .tuple()
                .addValue(Columns.time(now));
        return transaction.preparedQuery(ADD)
                .execute(rows)
                .map(MatchStore::firstMoments);
    }

    /** Which of these rules have matches of which of these keys that counted since then; the caller may add to them. */
    Uni<Set<KeyOfRule>> withKeys(SqlConnection transaction, Set<String> keys, Set<Long> rules, Instant since) {
        return transaction.preparedQuery(WITH_KEY)
                .execute(Tuple.tuple()
                        .addValue(keys.toArray(String[]::new))
                        .addValue(rules.toArray(Long[]::new))
                        .addValue(Columns.time(since)))
                .map(MatchStore::keys);
    }

    /** Ends the matches which the recoveries take away, and tells for each source since when something is gone. */
    Uni<Map<SourceOfRule, Moment>> takeAway(SqlConnection transaction, List<Recovery> recoveries) {
        var rows = Columns.of(recoveries)
                .longs(Recovery::rule)
                .texts(recovery -> recovery.key().key())
                .moments(Recovery::moment)
                .tuple();
        return transaction.preparedQuery(TAKE_AWAY)
                .execute(rows)
                .map(MatchStore::firstMoments);
    }

    /** Deletes at most {@code limit} matches which neither counted nor arrived since then, and tells how many there were. */
    Uni<Integer> forget(SqlConnection transaction, Instant since, int limit) {
        return transaction.preparedQuery(FORGET)
                .execute(Tuple.of(Columns.time(since), limit))
                .map(RowSet::rowCount);
    }

    private static Map<SourceOfRule, Moment> firstMoments(RowSet<Row> rows) {
        var first = new HashMap<SourceOfRule, Moment>();
        rows.forEach(row -> first.merge(source(row), Columns.moment(row, "at", "by"), Moment::earlier));
        return first;
    }

    private static Set<KeyOfRule> keys(RowSet<Row> rows) {
        var keys = new HashSet<KeyOfRule>();
        rows.forEach(row -> keys.add(new KeyOfRule(row.getLong("rule_id"), row.getString("aggregation_key"))));
        return keys;
    }

    static SourceOfRule source(Row row) {
        return new SourceOfRule(row.getLong("rule_id"), row.getString("source"));
    }
}
