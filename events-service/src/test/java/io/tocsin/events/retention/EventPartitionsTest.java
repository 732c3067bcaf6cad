package io.tocsin.events.retention;

import static io.tocsin.events.TestKeys.SCOPE;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.receipt.Tolerance;
import io.tocsin.events.record.EventLog;
import io.tocsin.events.search.EventSearch;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;

/** Partitions of two classes, at any time: each replica here has a clock of its own. */
@QuarkusTest
@TestProfile(TwoClasses.class)
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class EventPartitionsTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Scope BRIEF = new Scope("brief-org", "1");

    @Inject
    Pool pool;

    @Inject
    PartitionStore store;

    @Inject
    RetentionClasses classes;

    @Inject
    EventLog log;

    @Inject
    EventSearch search;

    @Inject
    TestDatabase database;

    private final String tag = "run:" + UUID.randomUUID();

    @AfterEach
    void makeAgainWhatOthersNeed() {
        await(replicaAt(NOW)::makeAhead);
    }

    @Test
    void fourWeeksAreThereBeforeTheFirstEventOfEachClass() {
        assertThat(partitionsAt(NOW.plus(Duration.ofDays(27)), "standard")).isOne();
        assertThat(partitionsAt(NOW.plus(Duration.ofDays(27)), "brief")).isOne();
    }

    /** docs/adr/0016. */
    @Test
    void noPartitionIsVacuumedForWhatIsInserted() {
        assertThat(database.lines("""
                select distinct reloptions
                  from (select * from pg_partition_tree('event') union all select * from pg_partition_tree('test_result')) as tree
                  join pg_class as partition on partition.oid = tree.relid
                 where tree.isleaf
                """)).containsExactly("{autovacuum_vacuum_insert_threshold=-1}");
    }

    @Test
    void replicasWhichStartTogetherMakeEachPartitionOnce() {
        var future = NOW.plus(Duration.ofDays(700));

        var started = IntStream.range(0, 5).mapToObj(n -> replicaAt(future).makeAhead().subscribeAsCompletionStage()).toList();
        started.forEach(made -> made.join());

        assertThat(partitionsAt(future, "standard")).isOne();
        assertThat(partitionsAt(future.plus(Duration.ofDays(28)), "brief")).isOne();
    }

    @Test
    void anEventForWhichThereIsNoPartitionWaitsForItAndIsStored() {
        database.execute("drop table event_standard");

        var recorded = await(() -> log.record(SCOPE, anEvent()));

        assertThat(await(() -> search.find(SCOPE, recorded.id()))).contains(recorded);
    }

    @Test
    void anOrganizationsEventsStandInItsClass() {
        var standard = await(() -> log.record(SCOPE, anEvent()));
        var brief = await(() -> log.record(BRIEF, anEvent()));

        assertThat(database.number("select count(*) from event_standard where ? = any(tags)", tag)).isOne();
        assertThat(database.number("select count(*) from event_brief where ? = any(tags)", tag)).isOne();
        assertThat(await(() -> search.find(SCOPE, standard.uid()))).contains(standard);
        assertThat(await(() -> search.find(BRIEF, brief.uid()))).contains(brief);
        assertThat(await(() -> search.find(BRIEF, standard.uid()))).isEmpty();
    }

    @Test
    void whatIsOlderThanItsClassAllowsIsDroppedAndTheRestStays() {
        var standard = await(() -> log.record(SCOPE, anEvent()));
        var brief = await(() -> log.record(BRIEF, anEvent()));

        await(replicaAt(NOW.plus(Duration.ofDays(10 + 7)))::dropExpired);

        assertThat(await(() -> search.find(BRIEF, brief.id()))).isEmpty();
        assertThat(await(() -> search.find(SCOPE, standard.id()))).contains(standard);
        assertThat(partitionsAt(NOW, "brief")).isZero();
        assertThat(partitionsAt(NOW, "standard")).isOne();
    }

    @Test
    void whileOneReplicaDropsAnotherDoesNothing() throws Exception {
        var brief = await(() -> log.record(BRIEF, anEvent()));
        var later = replicaAt(NOW.plus(Duration.ofDays(30)));

        try (var busy = database.holding("select pg_advisory_xact_lock(" + PartitionStore.LOCK + ")")) {
            await(later::dropExpired);
        }

        assertThat(await(() -> search.find(BRIEF, brief.id()))).contains(brief);
        await(later::dropExpired);
        assertThat(await(() -> search.find(BRIEF, brief.id()))).isEmpty();
    }

    @Test
    void replicasWhichDropTogetherDropEachPartitionOnce() {
        var meters = IntStream.range(0, 4).mapToObj(n -> new SimpleMeterRegistry()).toList();
        var past = NOW.minus(Duration.ofDays(900));
        await(replicaAt(past)::makeAhead);

        var runs = meters.stream()
                .map(registry -> replicaAt(NOW, registry).dropExpired().subscribeAsCompletionStage())
                .toList();
        runs.forEach(run -> run.join());

        var dropped = meters.stream().mapToDouble(each -> each.counter("tocsin.events.partitions.dropped").count()).sum();
        assertThat(dropped).isEqualTo(10);
        assertThat(partitionsAt(past, "standard")).isZero();
    }

    @Test
    void aSearchWhichReadsAnExpiredPartitionIsNotDisturbed() throws Exception {
        await(() -> log.record(BRIEF, anEvent()));
        var later = replicaAt(NOW.plus(Duration.ofDays(30)));

        try (var reading = database.holding("select count(*) from event_brief")) {
            assertThatThrownBy(() -> await(later::dropExpired)).hasMessageContaining("lock timeout");
        }

        await(later::dropExpired);
        assertThat(partitionsAt(NOW, "brief")).isZero();
    }

    @Test
    void partitionsAreMadeWhileSomebodyReadsAndWrites() throws Exception {
        var future = NOW.plus(Duration.ofDays(1_400));

        try (var working = database.holding("update event set title = title where organization = 'nobody'")) {
            await(replicaAt(future)::makeAhead);
        }

        assertThat(partitionsAt(future, "standard")).isOne();
    }

    @Test
    void aSearchReadsOnlyPartitionsWhichCanHoldItsTime() {
        var plan = database.lines("explain (costs off) select id from event where organization = 'o' and account_group = '1'"
                + " and id >= ? and id < ? and happened_at >= now()",
                Tolerance.firstIdOf(NOW), Tolerance.lastIdBefore(NOW));

        assertThat(plan.stream().filter(line -> line.contains(" on event_standard_"))).hasSizeBetween(2, 7);
    }

    private EventPartitions replicaAt(Instant now) {
        return replicaAt(now, new SimpleMeterRegistry());
    }

    private EventPartitions replicaAt(Instant now, SimpleMeterRegistry registry) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        return new EventPartitions(pool, store, classes, new PartitionMeters(registry, clock), clock);
    }

    private long partitionsAt(Instant time, String retention) {
        return await(() -> pool.withTransaction(store::partitions))
                .stream()
                .filter(partition -> partition.retention().equals(retention) && partition.span().contains(time))
                .count();
    }

    private EventContent anEvent() {
        return EventContent.titled("title").happenedAt(NOW).tags(List.of(tag)).build();
    }
}
