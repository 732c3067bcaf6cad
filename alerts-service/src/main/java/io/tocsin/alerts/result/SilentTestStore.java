package io.tocsin.alerts.result;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.evaluation.Columns;
import io.tocsin.alerts.round.TestLog;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
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

    /** Forgets some of those of which nothing was heard since then, and tells how many. */
    Uni<Integer> forget(SqlClient client, Instant since, int most) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(Columns.time(since), most))
                .map(RowSet::rowCount);
    }
}
