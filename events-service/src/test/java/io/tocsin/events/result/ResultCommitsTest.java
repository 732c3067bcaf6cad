package io.tocsin.events.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.record.EventLog;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.EventContent;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.PostgresResource;

/** Who shares a commit with whom, and who does not suffer from it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class ResultCommitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOCK = "lock table test_result in access exclusive mode";
    private static final String STUCK = "select count(*) from pg_locks where relation = 'test_result'::regclass and not granted";
    private static final int CALLS = 60;

    @Inject
    ResultLog log;

    @Inject
    ResultCommits commits;

    @Inject
    ResultsConfig config;

    @Inject
    EventLog events;

    @Inject
    TestDatabase database;

    private final String test = "t-" + UUID.randomUUID();
    private final Instant now = Instant.now();

    @Test
    void callsWhichArriveDuringACommitShareTheNextOne() throws Exception {
        List<CompletableFuture<ResultReceipt>> calls;
        try (var locked = database.holding(LOCK)) {
            occupyAllStatements();
            calls = IntStream.range(0, CALLS).mapToObj(agent -> record(result(test, agent, now))).toList();
            await().atMost(PATIENCE).until(() -> commits.waiting() == CALLS);
        }

        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(PATIENCE).isEqualTo(new ResultReceipt(1, 0, 0)));
        assertThat(database.number("select count(distinct xmin::text) from test_result where test_id = ?", test)).isOne();
    }

    @Test
    void aResultWhichCannotBeStoredHarmsNoOtherCallOfItsCommit() throws Exception {
        var beyondAnIndex = IntStream.range(0, 500).mapToObj(n -> UUID.randomUUID().toString()).toList().toString();
        List<CompletableFuture<ResultReceipt>> calls;
        CompletableFuture<ResultReceipt> bad;
        try (var locked = database.holding(LOCK)) {
            occupyAllStatements();
            calls = IntStream.range(0, CALLS).mapToObj(agent -> record(result(test, agent, now))).toList();
            bad = record(result(beyondAnIndex, 1, now));
            await().atMost(PATIENCE).until(() -> commits.waiting() == CALLS + 1);
        }

        assertThat(calls).allSatisfy(call -> assertThat(call).succeedsWithin(PATIENCE));
        assertThat(bad).failsWithin(PATIENCE).withThrowableThat().havingRootCause().isInstanceOf(Invalid.class);
        assertThat(database.number("select count(*) from test_result where test_id = ?", test)).isEqualTo(CALLS);
    }

    @Test
    void eventsAreRecordedWhileResultsAreStuck() throws Exception {
        List<CompletableFuture<ResultReceipt>> stuck;
        try (var locked = database.holding(LOCK)) {
            occupyAllStatements();
            stuck = IntStream.range(0, CALLS).mapToObj(agent -> record(result(test, agent, now))).toList();

            var event = events.record(TestKeys.SCOPE, EventContent.titled("still").happenedAt(now).build())
                    .subscribeAsCompletionStage();

            assertThat(event).succeedsWithin(PATIENCE);
            assertThat(stuck).noneMatch(CompletableFuture::isDone);
        }

        assertThat(stuck).allSatisfy(call -> assertThat(call).succeedsWithin(PATIENCE));
    }

    /** While the table is locked: one more call each time until no more statements are begun. */
    private void occupyAllStatements() {
        for (int statements = 1; statements <= config.batchesInFlight(); statements++) {
            record(result("t-" + UUID.randomUUID(), 1, now));
            var stuck = statements;
            await().atMost(PATIENCE).until(() -> database.number(STUCK) == stuck);
        }
    }

    private CompletableFuture<ResultReceipt> record(TestResult result) {
        return log.record(List.of(result)).subscribeAsCompletionStage();
    }

    private static TestResult result(String test, int agent, Instant at) {
        return new TestResult(TestKeys.SCOPE, new TestRef(test, "Shop", TestType.AGENT_TO_SERVER, 60, null, null),
                ResultLayer.NETWORK,
                new ResultSource("" + agent, "Agent", ResultSource.Kind.AGENT, null, null, null, null), null,
                at.getEpochSecond() / 60 * 60, at, at, Measurements.of(Map.of("loss", agent)));
    }
}
