package io.tocsin.events.result;

import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.database.DatabaseConfig;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.postgres.PostgresFailure;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.PostgresResource;

/** The two statements which store results: the quick one for new ones, and that for any. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class ResultInsertsTest {

    private static final String STORED = """
            select layer || source_kind || source_id || target || round_id || target_parts || measured_at || received_at || revision || measurements
              from test_result where test_id = ? order by 1
            """;
    private static final String TOLD = """
            select destination || type || replace(subject, test, '') || replace(data, test, '')::jsonb
              from outbox, (values (?)) as wanted(test) where data like '%' || test || '%' order by 1
            """;
    private static final String NEWS = "select count(*) from detection_news where organization = 'acme'";

    @Inject
    ResultInserts inserts;

    @Inject
    ResultStore store;

    @Inject
    ResultRows rows;

    @Inject
    ResultPartitions partitions;

    @Inject
    DatabaseConfig config;

    @Inject
    TestDatabase database;

    private final Instant now = Instant.now();

    @BeforeEach
    void makePartition() {
        await(() -> partitions.makeFor(List.of(now)));
    }

    @Test
    void whicheverStatementTakesThemTheSameIsStoredAndTold() {
        var quick = test();
        var other = test();
        var before = database.number(NEWS);

        var receipts = await(() -> inserts.allNew(List.of(batch(quick, 0, 150), batch(quick, 150, 300))));
        var news = database.number(NEWS) - before;
        var others = await(() -> inserts.any(List.of(batch(other, 0, 150), batch(other, 150, 300))));

        assertThat(receipts).isEqualTo(others).containsOnly(new ResultReceipt(150, 0, 0));
        assertThat(database.lines(STORED, quick)).hasSize(300).isEqualTo(database.lines(STORED, other));
        assertThat(database.lines(TOLD, quick)).isNotEmpty().isEqualTo(database.lines(TOLD, other));
        assertThat(news).isPositive().isEqualTo(database.number(NEWS) - before - news);
    }

    @Test
    void ofResultsOneOfWhichIsKnownTheQuickOneStoresNothing() {
        var test = test();
        await(() -> inserts.allNew(List.of(batch(test, 7, 8))));

        var failure = catchThrowable(() -> await(() -> inserts.allNew(List.of(batch(test, 0, 20)))));
        var receipts = await(() -> store.insert(List.of(batch(test, 0, 5), batch(test, 5, 20))));

        assertThat(failure).satisfies(thrown -> assertThat(PostgresFailure.of(thrown)).isEqualTo(PostgresFailure.DUPLICATE));
        assertThat(receipts).containsExactly(new ResultReceipt(5, 0, 0), new ResultReceipt(14, 0, 1));
        assertThat(database.lines(STORED, test)).hasSize(20);
        assertThat(database.lines(TOLD, test)).hasSize(3);
    }

    /** Again and again, because PostgreSQL plans a statement anew when it has seen it a few times. */
    @Test
    void asManyAsAnOpenTelemetryCollectorSendsAtOnceAreMergedInTime() {
        var test = test();
        await(() -> inserts.allNew(List.of(batch(test, 0, 8_192))));

        for (int part = 1; part <= 6; part++) {
            var more = Map.of("part" + part, part);

            var receipts = await(() -> inserts.any(List.of(batch(test, 0, 8_192, more))));

            assertThat(receipts).containsExactly(new ResultReceipt(0, 8_192, 0));
        }
    }

    /** See {@code tocsin.database.longest-prepared} in application.properties. */
    @Test
    void onlyTheQuickOneKeepsItsPlan() {
        assertThat(ResultSql.INSERT_NEW.length()).isLessThanOrEqualTo(config.longestPrepared());
        assertThat(ResultSql.INSERT_ANY.length()).isGreaterThan(config.longestPrepared());
    }

    private static String test() {
        return "t-" + UUID.randomUUID();
    }

    private ResultBatch batch(String test, int firstAgent, int beyond) {
        return batch(test, firstAgent, beyond, Map.of("loss", 1));
    }

    private ResultBatch batch(String test, int firstAgent, int beyond, Map<String, Integer> measured) {
        return rows.of(IntStream.range(firstAgent, beyond).mapToObj(agent -> result(test, agent, measured)).toList());
    }

    private TestResult result(String test, int agent, Map<String, Integer> measured) {
        return new TestResult(TestKeys.SCOPE, new TestRef(test, "Shop", TestType.AGENT_TO_SERVER, 60, null, null),
                ResultLayer.NETWORK, new ResultSource("" + agent, "Agent", ResultSource.Kind.AGENT, null, null, null, null),
                null,
                now.getEpochSecond() / 60 * 60, now, now, Measurements.of(measured));
    }
}
