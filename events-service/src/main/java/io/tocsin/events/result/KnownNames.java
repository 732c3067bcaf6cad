package io.tocsin.events.result;

import java.util.HashMap;
import java.util.Map;

import io.tocsin.model.Scope;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestType;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * The tests and sources of an organization, as they were described last, by the names which results bear. Each is one object, however many
 * results it has.
 */
final class KnownNames {

    private record SourceName(String accountGroup, ResultSource.Kind kind, String id) {}

    private final String organization;
    private final Map<String, Scope> scopes = new HashMap<>();
    private final Map<TestName, TestRef> tests = new HashMap<>();
    private final Map<SourceName, ResultSource> sources = new HashMap<>();

    KnownNames(String organization) {
        this.organization = organization;
    }

    void addTests(RowSet<Row> rows) {
        rows.forEach(row -> tests.put(new TestName(scope(row.getString("account_group")), row.getString("test_id")),
                SeenRows.test(row)));
    }

    void addSources(RowSet<Row> rows) {
        rows.forEach(row -> {
            var source = SeenRows.source(row);
            sources.put(new SourceName(row.getString("account_group"), source.kind(), source.id()), source);
        });
    }

    Scope scope(String accountGroup) {
        return scopes.computeIfAbsent(accountGroup, group -> new Scope(organization, group));
    }

    /** One which was never described has nothing but its id. */
    TestRef test(Scope scope, String id) {
        return tests.computeIfAbsent(new TestName(scope, id),
                name -> new TestRef(id, null, TestType.AGENT_TO_SERVER, null, null, null));
    }

    /** One which was never described has nothing but its kind and id. */
    ResultSource source(Scope scope, ResultSource.Kind kind, String id) {
        return sources.computeIfAbsent(new SourceName(scope.accountGroup(), kind, id),
                name -> new ResultSource(id, null, kind, null, null, null, null));
    }
}
