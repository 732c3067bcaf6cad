package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultLayer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Whoever reads or writes baselines has locked the logs of their tests. */
@ApplicationScoped
class BaselineStore {

    private static final String READ = """
            select b.*
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                   as k(organization, account_group, test_id, layer, target, source, metric)
              join test_baseline b using (organization, account_group, test_id, layer, target, source, metric)
            """;

    private static final String WRITE = """
            insert into test_baseline (organization, account_group, test_id, layer, target, source, metric, points, heard_at)
            select b.*, $9::timestamptz
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as b
                on conflict (organization, account_group, test_id, layer, target, source, metric)
                do update set points = excluded.points,
                              heard_at = excluded.heard_at
            """;

    private static final String FORGET = """
            delete from test_baseline
             where ctid = any (array(select ctid
                                       from test_baseline
                                      where heard_at < $1
                                      limit $2
                                        for update skip locked))
            """;

    /** Those which are known; nothing is asked of the database where no rule asks for any. */
    Uni<BaselineBook> read(SqlConnection transaction, Set<BaselineKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(new BaselineBook(Map.of()));
        }
        return transaction.preparedQuery(READ)
                .execute(columns(keys).tuple())
                .map(rows -> {
                    var known = new HashMap<BaselineKey, Baseline>();
                    rows.forEach(row -> known.put(key(row), Baseline.read(row.getString("points"))));
                    return new BaselineBook(known);
                });
    }

    Uni<Void> write(SqlConnection transaction, Map<BaselineKey, Baseline> changed, Instant now) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(WRITE)
                        .execute(columns(changed.keySet()).tuple()
                                .addValue(changed.values().stream().map(Baseline::write).toArray(String[]::new))
                                .addValue(Columns.time(now)))
                        .replaceWithVoid();
    }

    /** Some of those to which nothing was added since then; tells how many. An evaluation which holds one writes it again. */
    Uni<Integer> forget(SqlClient client, Instant since, int most) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(Columns.time(since), most))
                .map(RowSet::rowCount);
    }

    private static Columns<BaselineKey> columns(Collection<BaselineKey> keys) {
        return Columns.of(keys)
                .texts(key -> key.test().scope().organization())
                .texts(key -> key.test().scope().accountGroup())
                .texts(key -> key.test().test())
                .texts(key -> key.test().layer().word())
                .texts(key -> key.test().target())
                .texts(BaselineKey::source)
                .texts(BaselineKey::metric);
    }

    private static BaselineKey key(Row row) {
        var test = new TestKey(new Scope(row.getString("organization"), row.getString("account_group")), row.getString(
                "test_id"),
                ResultLayer.named(row.getString("layer")).orElseThrow(), row.getString("target"));
        return new BaselineKey(test, row.getString("source"), row.getString("metric"));
    }
}
