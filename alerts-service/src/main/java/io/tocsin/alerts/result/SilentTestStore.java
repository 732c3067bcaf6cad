package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.tocsin.alerts.round.TestLog;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Tests of which nothing was heard for long. Those which somebody else holds come next time. */
@ApplicationScoped
class SilentTestStore {

    private static final String LOCK = """
            select *
              from test_log
             where heard_at < $1
               and not silent
             limit $2
               for no key update skip locked
            """;

    private static final String SILENCE = """
            update test_log l
               set log = k.log,
                   silent = true
              from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                   as k(organization, account_group, test_id, layer, target, log)
             where (l.organization, l.account_group, l.test_id, l.layer, l.target)
                 = (k.organization, k.account_group, k.test_id, k.layer, k.target)
            """;

    private static final String FORGET = """
            delete from test_log
             where ctid = any (array(select ctid
                                       from test_log
                                      where heard_at < $1
                                        and silent
                                      limit $2
                                        for update skip locked))
            returning *
            """;

    private static final String FORGET_BASELINES = """
            delete from test_baseline b
             using unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                   as k(organization, account_group, test_id, layer, target)
             where (b.organization, b.account_group, b.test_id, b.layer, b.target)
                 = (k.organization, k.account_group, k.test_id, k.layer, k.target)
            """;

    private final TestLogStore logs;
    private final TestLogJson json;

    SilentTestStore(TestLogStore logs, TestLogJson json) {
        this.logs = logs;
        this.json = json;
    }

    /** Those of which nothing was heard since then and which are not known to be silent; the caller's until its transaction ends. */
    Uni<Map<TestKey, TestLog>> lock(SqlConnection transaction, Instant since, int most) {
        return transaction.preparedQuery(LOCK)
                .execute(Tuple.of(Columns.time(since), most))
                .map(logs::logs);
    }

    Uni<Void> silence(SqlConnection transaction, Map<TestKey, TestLog> silent) {
        return transaction.preparedQuery(SILENCE)
                .execute(TestLogStore.columns(silent.keySet()).texts(key -> json.write(silent.get(key))).tuple())
                .replaceWithVoid();
    }

    /** Forgets some of those of which nothing was heard since then, and tells which. */
    Uni<Set<TestKey>> forget(SqlConnection transaction, Instant since, int most) {
        return transaction.preparedQuery(FORGET)
                .execute(Tuple.of(Columns.time(since), most))
                .map(rows -> {
                    var forgotten = new HashSet<TestKey>();
                    rows.forEach(row -> forgotten.add(TestLogStore.key(row)));
                    return forgotten;
                });
    }

    Uni<Void> forgetBaselines(SqlConnection transaction, Collection<TestKey> tests) {
        return transaction.preparedQuery(FORGET_BASELINES)
                .execute(TestLogStore.columns(tests).tuple())
                .replaceWithVoid();
    }
}
