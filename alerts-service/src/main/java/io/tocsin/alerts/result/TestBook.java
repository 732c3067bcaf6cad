package io.tocsin.alerts.result;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** What is known of tests from their results. */
@ApplicationScoped
public class TestBook {

    /** Every layer of a test says what it is called; the one which was heard last knows best. */
    private static final String KNOWN = """
            select distinct on (test_id) test_id, test_name, test_type
              from test_log
             where organization = $1
               and account_group = $2
               and test_id = any ($3::text[])
             order by test_id, test_name is null, heard_at desc
            """;

    private final Pool pool;

    TestBook(Pool pool) {
        this.pool = pool;
    }

    /** By id, those of these tests of which results came. */
    public Uni<Map<String, KnownTest>> find(Scope scope, Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(KNOWN)
                        .execute(Tuple.of(scope.organization(), scope.accountGroup(), ids.toArray(String[]::new)))
                        .map(TestBook::known);
    }

    private static Map<String, KnownTest> known(RowSet<Row> rows) {
        var known = new HashMap<String, KnownTest>();
        rows.forEach(row -> known.put(row.getString("test_id"),
                new KnownTest(row.getString("test_id"), row.getString("test_name"), row.getString("test_type"))));
        return known;
    }
}
