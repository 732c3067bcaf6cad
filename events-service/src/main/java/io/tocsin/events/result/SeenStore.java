package io.tocsin.events.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.model.Scope;
import io.tocsin.model.StorableText;
import io.tocsin.model.result.ResultSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

@Singleton
class SeenStore {

    private static final String TEST = """
            select id as test_id, name as test_name, type as test_type, interval_s, server_id, server, first_seen_at, last_seen_at
              from test
             where organization = $1
               and account_group = $2
               and id = $3
            """;

    private static final String INTERVALS = """
            select organization, account_group, id, interval_s
              from test
              join unnest($1::text[], $2::text[], $3::text[]) as wanted(organization, account_group, id)
             using (organization, account_group, id)
             where interval_s is not null
            """;

    private static final String SOURCES = """
            select id as source_id, name as source_name, kind as source_kind, type as source_type, location, country_id, network
              from source
             where organization = $1
               and account_group = $2
               and kind = $3
               and ($4::text is null or id = $4)
             order by id
             limit 1000
            """;

    private final Pool pool;

    SeenStore(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<SeenTest>> test(Scope scope, String id) {
        return pool.preparedQuery(TEST)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), StorableText.of(id)))
                .map(rows -> rows.stream().map(SeenStore::test).findFirst());
    }

    Uni<Map<TestName, Integer>> intervals(List<TestName> tests) {
        return pool.preparedQuery(INTERVALS)
                .execute(Tuple.of(texts(tests, test -> test.scope().organization()),
                        texts(tests, test -> test.scope().accountGroup()), texts(tests, TestName::id)))
                .map(rows -> rows.stream().collect(Collectors.toMap(SeenStore::name, row -> row.getInteger("interval_s"))));
    }

    private static String[] texts(List<TestName> tests, Function<TestName, String> part) {
        return tests.stream().map(part).map(StorableText::of).toArray(String[]::new);
    }

    private static TestName name(Row row) {
        return new TestName(new Scope(row.getString("organization"), row.getString("account_group")), row.getString("id"));
    }

    Uni<Optional<ResultSource>> source(Scope scope, ResultSource.Kind kind, String id) {
        return select(scope, kind, id)
                .map(rows -> rows.stream().map(SeenRows::source).findFirst());
    }

    Uni<List<ResultSource>> sources(Scope scope, ResultSource.Kind kind) {
        return select(scope, kind, null)
                .map(rows -> rows.stream().map(SeenRows::source).toList());
    }

    private Uni<RowSet<Row>> select(Scope scope, ResultSource.Kind kind, String id) {
        return pool.preparedQuery(SOURCES)
                .execute(Tuple.of(scope.organization(), scope.accountGroup(), kind.name(), StorableText.of(id)));
    }

    private static SeenTest test(Row row) {
        return new SeenTest(SeenRows.test(row), row.getOffsetDateTime("first_seen_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant());
    }
}
