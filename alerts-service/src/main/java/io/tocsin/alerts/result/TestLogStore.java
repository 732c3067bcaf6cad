package io.tocsin.alerts.result;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.tocsin.alerts.round.TestLog;
import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultLayer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;

@ApplicationScoped
class TestLogStore {

    /** In one order, here and below, so that two replicas with the same tests wait for each other instead of dead-locking. */
    private static final String BEGIN = """
            insert into test_log (organization, account_group, test_id, layer, target, log)
            select organization, account_group, test_id, layer, target, ''
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                   as k(organization, account_group, test_id, layer, target)
             order by organization collate "C", account_group collate "C", test_id collate "C", layer collate "C", target collate "C"
                on conflict do nothing
            """;

    private static final String LOCK = """
            select l.*
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                   as k(organization, account_group, test_id, layer, target)
              join test_log l using (organization, account_group, test_id, layer, target)
             order by organization collate "C", account_group collate "C", test_id collate "C", layer collate "C", target collate "C"
               for no key update of l
            """;

    private static final String WRITE = """
            update test_log l
               set log = k.log
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                   as k(organization, account_group, test_id, layer, target, log)
             where (l.organization, l.account_group, l.test_id, l.layer, l.target)
                 = (k.organization, k.account_group, k.test_id, k.layer, k.target)
            """;

    private final TestLogJson json;

    TestLogStore(TestLogJson json) {
        this.json = json;
    }

    /** The logs of these tests, which stay in the caller's hands until its transaction ends. */
    Uni<Map<TestKey, TestLog>> lock(SqlConnection transaction, SortedSet<TestKey> keys) {
        return transaction.preparedQuery(BEGIN)
                .execute(columns(keys).tuple())
                .chain(() -> transaction.preparedQuery(LOCK).execute(columns(keys).tuple()))
                .map(rows -> {
                    var logs = new TreeMap<TestKey, TestLog>();
                    rows.forEach(row -> logs.put(key(row), json.read(row.getString("log"))));
                    return logs;
                });
    }

    Uni<Void> write(SqlConnection transaction, Map<TestKey, TestLog> logs) {
        return transaction.preparedQuery(WRITE)
                .execute(columns(logs.keySet()).tuple()
                        .addValue(logs.values().stream().map(json::write).toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Columns<TestKey> columns(Collection<TestKey> keys) {
        return Columns.of(keys)
                .texts(key -> key.scope().organization())
                .texts(key -> key.scope().accountGroup())
                .texts(TestKey::test)
                .texts(key -> key.layer().word())
                .texts(TestKey::target);
    }

    private static TestKey key(Row row) {
        return new TestKey(new Scope(row.getString("organization"), row.getString("account_group")), row.getString("test_id"),
                ResultLayer.named(row.getString("layer")).orElseThrow(), row.getString("target"));
    }
}
