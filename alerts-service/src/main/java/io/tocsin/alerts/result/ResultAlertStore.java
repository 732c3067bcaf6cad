package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Reads alerts of tests whose logs are locked, and ends those whose rule lets go of the test. */
@ApplicationScoped
class ResultAlertStore {

    /** An alert over a test, in the order of {@link #columns}. */
    record Place(long rule, TestKey key) {}

    private static final String ALERTS = """
            select a.rule_id, a.test_id, a.target, p.layer, a.id, a.started_at, a.ended_at, a.suppressed
              from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
                   as p(rule_id, test_id, target, layer, settled)
              join alert a on a.rule_id = p.rule_id
                          and a.test_id = p.test_id
                          and a.target = p.target
                          and a.until > p.settled
             where a.state <> 'disabled'
            """;

    private static final String LET_GO = """
            update alert a
               set state = 'disabled',
                   suppressed = false,
                   ended_at = greatest(a.started_at, $4),
                   until = least(a.until, greatest(a.started_at, $4))
              from unnest($1::bigint[], $2::text[], $3::text[]) as p(rule_id, test_id, target)
             where a.rule_id = p.rule_id
               and a.test_id = p.test_id
               and a.target = p.target
               and a.state = 'open'
            """;

    /** Those which can still change, by rule and test. */
    Uni<Map<Place, List<Stored>>> load(SqlConnection transaction, List<Finding> findings) {
        var byKey = new HashMap<String, Place>();
        findings.forEach(finding -> byKey.put(name(finding), new Place(finding.rule().id(), finding.key())));
        return transaction.preparedQuery(ALERTS)
                .execute(Columns.of(findings)
                        .longs(finding -> finding.rule().id())
                        .texts(finding -> finding.key().test())
                        .texts(finding -> finding.key().target())
                        .texts(finding -> finding.key().layer().word())
                        .times(finding -> Instant.ofEpochSecond(Math.max(0, finding.settled())))
                        .tuple())
                .map(rows -> {
                    var stored = new HashMap<Place, List<Stored>>();
                    rows.forEach(row -> stored.computeIfAbsent(byKey.get(name(row)), any -> new ArrayList<>())
                            .add(stored(row)));
                    return stored;
                });
    }

    /** @return how many alerts that ended */
    Uni<Integer> letGo(SqlConnection transaction, Collection<Place> places, Instant now) {
        return transaction.preparedQuery(LET_GO)
                .execute(Columns.of(places)
                        .longs(Place::rule)
                        .texts(place -> place.key().test())
                        .texts(place -> place.key().target())
                        .tuple()
                        .addValue(Columns.time(now)))
                .map(rows -> rows.rowCount());
    }

    private static String name(Finding finding) {
        return finding.rule().id() + "/" + finding.key().layer().word() + "/" + finding.key().test() + "/" + finding.key()
                .target();
    }

    private static String name(Row row) {
        return row.getLong("rule_id") + "/" + row.getString("layer") + "/" + row.getString("test_id") + "/" + row.getString(
                "target");
    }

    private static Stored stored(Row row) {
        var end = row.getOffsetDateTime("ended_at");
        return new Stored(row.getUUID("id"), Columns.instant(row, "started_at").getEpochSecond(),
                end == null ? null : end.toEpochSecond(), row.getBoolean("suppressed"));
    }
}
