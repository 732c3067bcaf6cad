package io.tocsin.events.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ResultLogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOLD = """
            select coalesce(sum(jsonb_array_length(data::jsonb -> 'results')), 0) from outbox where data like '%' || ? || '%'
            """;

    @Inject
    ResultLog log;

    @Inject
    TestDatabase database;

    @Inject
    Pool pool;

    @Inject
    ResultsConfig config;

    private final String test = "t-" + UUID.randomUUID();
    private final Instant now = Instant.now();

    @Test
    void callersWhoSendTheSameAtOnceInAnyOrderStoreAndTellItOnce() {
        var results = IntStream.range(0, 300).mapToObj(agent -> result(agent, now)).toList();
        var calls = IntStream.range(0, 16).mapToObj(seed -> shuffled(results, seed)).toList();

        var receipts = await(Multi.createFrom()
                .iterable(calls)
                .onItem()
                .transformToUniAndMerge(log::record)
                .collect()
                .asList());

        assertThat(receipts).hasSize(16);
        assertThat(receipts.stream().mapToInt(ResultReceipt::added).sum()).isEqualTo(300);
        assertThat(receipts.stream().mapToInt(ResultReceipt::changed).sum()).isZero();
        assertThat(database.number("select count(*) from test_result where test_id = ?", test)).isEqualTo(300);
        assertThat(database.number(TOLD, test)).isEqualTo(300);
    }

    @Test
    void manyResultsOfATestAreToldInSeveralMessagesOfOneSubject() {
        await(log.record(IntStream.range(0, 450).mapToObj(agent -> result(agent, now)).toList()));

        assertThat(database.lines("select subject from outbox where data like '%' || ? || '%'", test))
                .hasSize(3)
                .containsOnly("acme/11/" + test);
        assertThat(database.number(TOLD, test)).isEqualTo(450);
    }

    /** Again and again, because PostgreSQL plans a statement anew when it has seen it a few times. */
    @Test
    void asManyAsAnOpenTelemetryCollectorSendsAtOnceAreStoredInTime() {
        for (int round = 0; round < 6; round++) {
            var at = now.minusSeconds(60L * round);

            var receipt = await(log.record(IntStream.range(0, 8_192).mapToObj(agent -> result(agent, at)).toList()));

            assertThat(receipt).isEqualTo(new ResultReceipt(8_192, 0, 0));
        }
    }

    @Test
    void roundsOfDaysForWhichThereIsNoPartitionAreStored() {
        var days = IntStream.range(0, 31).mapToObj(day -> result(1, now.minus(Duration.ofDays(day)))).toList();

        var receipt = await(log.record(days));

        assertThat(receipt).isEqualTo(new ResultReceipt(31, 0, 0));
        assertThat(database.number("select count(*) from test_result where test_id = ?", test)).isEqualTo(31);
    }

    @Test
    void resultsAreDroppedByDaysWhenTheyAreOlderThanTheyAreKept() {
        var longAgo = Instant.parse("2001-02-03T04:05:06Z");
        var dayAfter = longAgo.plus(Duration.ofDays(1));
        var partitions = new ResultPartitions(pool, config, Clock.fixed(dayAfter.plus(config.keep()), ZoneOffset.UTC));
        await(partitions.makeFor(List.of(longAgo, dayAfter)));

        await(partitions.dropExpired());

        assertThat(days()).doesNotContain(name(longAgo)).contains(name(dayAfter));
    }

    @Test
    void aDayWhichSomebodyReadsIsDroppedLaterAndTheOthersAtOnce() throws Exception {
        var first = Instant.parse("2001-03-03T04:05:06Z");
        var second = first.plus(Duration.ofDays(1));
        var later = new ResultPartitions(pool, config, Clock.fixed(second.plus(config.keep()).plus(Duration.ofDays(1)),
                ZoneOffset.UTC));
        await(later.makeFor(List.of(first, second)));

        try (var reading = database.holding("select count(*) from " + name(second))) {
            assertThatThrownBy(() -> await(later.dropExpired())).hasMessageContaining("lock timeout");
            assertThat(days()).doesNotContain(name(first)).contains(name(second));
        }

        await(later.dropExpired());
        assertThat(days()).doesNotContain(name(second));
    }

    @Test
    void whileOneReplicaDropsAnotherDoesNothing() throws Exception {
        var longAgo = Instant.parse("2001-04-03T04:05:06Z");
        var later = new ResultPartitions(pool, config, Clock.fixed(longAgo.plus(config.keep()).plus(Duration.ofDays(1)),
                ZoneOffset.UTC));
        await(later.makeFor(List.of(longAgo)));

        try (var busy = database.holding("select pg_advisory_xact_lock(" + ResultPartitions.LOCK + ")")) {
            await(later.dropExpired());
        }

        assertThat(days()).contains(name(longAgo));
        await(later.dropExpired());
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsTakenAndLaterEverythingIs() throws Exception {
        var results = List.of(result(1, now));

        Throwable failure;
        try (var away = database.goAway()) {
            failure = log.record(results)
                    .onItem()
                    .<Throwable>transform(receipt -> null)
                    .onFailure()
                    .recoverWithItem(thrown -> thrown)
                    .await()
                    .atMost(PATIENCE);
        }

        assertThat(failure).hasMessageContaining("send these results again later");
        assertThat(await(log.record(results)).added()).isEqualTo(1);
    }

    private List<String> days() {
        return database.lines("select inhrelid::regclass::text from pg_inherits where inhparent = 'test_result'::regclass");
    }

    private static String name(Instant day) {
        return "test_result_" + DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(day, ZoneOffset.UTC));
    }

    private static List<TestResult> shuffled(List<TestResult> results, int seed) {
        var copy = new ArrayList<>(results);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private TestResult result(int agent, Instant at) {
        return new TestResult(TestKeys.SCOPE, new TestRef(test, "Shop", TestType.AGENT_TO_SERVER, 60, null, null),
                ResultLayer.NETWORK,
                new ResultSource("" + agent, "Agent", ResultSource.Kind.AGENT, null, null, null, null), null,
                at.getEpochSecond() / 60 * 60, at, at, Measurements.of(Map.of("loss", agent % 100)));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
