package io.tocsin.alerts.result;

import java.time.Instant;
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
import io.tocsin.model.result.TestRef;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

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

    private static final String READ = """
            select l.*
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                   as k(organization, account_group, test_id, layer, target)
              join test_log l using (organization, account_group, test_id, layer, target)
            """;

    private static final String OF_TEST = """
            select *
              from test_log
             where organization = $1
               and account_group = $2
               and test_id = $3
               and layer = $4
             order by target
             limit $5
            """;

    private static final int MOST_TARGETS = 100;

    private static final String WRITE = """
            update test_log l
               set log = k.log,
                   test_name = coalesce(k.test_name, l.test_name),
                   test_type = k.test_type,
                   heard_at = $9,
                   silent = false
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
                   as k(organization, account_group, test_id, layer, target, log, test_name, test_type)
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
                .map(this::logs);
    }

    /** As they are, for the curious; those which are kept. */
    Uni<Map<TestKey, TestLog>> read(SqlConnection snapshot, Collection<TestKey> keys) {
        return snapshot.preparedQuery(READ)
                .execute(columns(keys).tuple())
                .map(this::logs);
    }

    /** One for each of its targets, the first hundred of them. */
    Uni<Map<TestKey, TestLog>> ofTest(SqlConnection snapshot, Scope scope, String test, ResultLayer layer) {
        return snapshot.preparedQuery(OF_TEST)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), test, layer.word(), MOST_TARGETS))
                .map(this::logs);
    }

    Map<TestKey, TestLog> logs(RowSet<Row> rows) {
        var logs = new TreeMap<TestKey, TestLog>();
        rows.forEach(row -> logs.put(key(row), json.read(row.getString("log"))));
        return logs;
    }

    /** @param tests what became known of them by the way */
    Uni<Void> write(SqlConnection transaction, Map<TestKey, TestLog> logs, Map<TestKey, TestRef> tests, Instant now) {
        return transaction.preparedQuery(WRITE)
                .execute(columns(logs.keySet())
                        .texts(key -> json.write(logs.get(key)))
                        .texts(key -> tests.get(key).name())
                        .texts(key -> tests.get(key).type().word())
                        .tuple()
                        .addValue(Columns.time(now)))
                .replaceWithVoid();
    }

    static Columns<TestKey> columns(Collection<TestKey> keys) {
        return Columns.of(keys)
                .texts(key -> key.scope().organization())
                .texts(key -> key.scope().accountGroup())
                .texts(TestKey::test)
                .texts(key -> key.layer().word())
                .texts(TestKey::target);
    }

    static TestKey key(Row row) {
        return new TestKey(new Scope(row.getString("organization"), row.getString("account_group")), row.getString("test_id"),
                ResultLayer.named(row.getString("layer")).orElseThrow(), row.getString("target"));
    }
}
