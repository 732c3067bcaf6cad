package io.tocsin.events.detection.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.run.Replicas.Replica;
import io.tocsin.test.PostgresResource;

/** What goes wrong around detection changes nothing in what is found and told, and does not hold up results. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DetectionDrillsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DURING = 110;
    private static final int END = 150;

    private static final String BLOCKED = """
            from pg_stat_activity
             where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
            """;

    @Inject
    Around around;

    @Inject
    Replicas replicas;

    @Inject
    TestDatabase database;

    private final Site site = new Site(Instant.now().minus(Duration.ofMinutes(200)));

    @Test
    void theDatabaseIsLostInTheMiddleOfATurnAndForSomeMore() throws Exception {
        var replica = start(site);
        come(site, 0, DURING);

        try (var held = database.holding("lock table detected_event in share mode")) {
            var turn = CompletableFuture.runAsync(replica::poll);
            awaitBlocked();
            database.number("select count(pg_terminate_backend(pid)) " + BLOCKED);
            turn.join();
        }
        try (var away = database.goAway()) {
            replica.judge();
        }

        assertThat(Written.of(site, database).events()).isEmpty();
        assertThatItEndsAsUndisturbed(replica);
    }

    @Test
    void aLeaseIsLostInTheMiddleOfATurn() throws Exception {
        var first = start(site);
        var second = start(site);
        come(site, 0, DURING);
        CompletableFuture<Void> turn;

        try (var held = database.holding("lock table test_result in access exclusive mode")) {
            turn = CompletableFuture.runAsync(first::poll);
            awaitBlocked();
            around.expireLeases(site);
            second.leases().keep().await().atMost(PATIENCE);
        }
        turn.join();

        assertThat(Written.of(site, database).events()).isEmpty();
        assertThat(first.leases().held()).isEmpty();
        assertThat(second.leases().held()).hasSize(1);
        assertThatItEndsAsUndisturbed(second);
    }

    @ParameterizedTest
    @ValueSource(strings = { "'\\xdeadbeef'", "substring(state from 1 for 20)", "''" })
    void storedStatesCannotBeRead(String state) {
        come(site, 0, DURING);
        start(site).poll();
        database.execute("update detection_checkpoint set state = " + state + " where organization = '" + site.organization()
                + "'");
        around.expireLeases(site);

        assertThatItEndsAsUndisturbed(start(site));
    }

    @Test
    void resultsAreTakenWhileDetectionHangs() throws Exception {
        var replica = start(site);
        come(site, 0, DURING - 5);
        CompletableFuture<Void> turn;

        try (var held = database.holding("""
                lock table detection, detection_checkpoint, detected_event, detected_flow in access exclusive mode""")) {
            turn = CompletableFuture.runAsync(replica::poll);
            awaitBlocked();
            come(site, DURING - 5, DURING);
        }

        turn.join();
        assertThatItEndsAsUndisturbed(replica);
    }

    @Test
    void resultsWhichNoAgentMeasuresHarmNobody() {
        var replica = start(site);
        come(site, 0, DURING);
        around.come(Poison.in(site, 30, DURING));
        replica.poll();
        come(site, DURING, END);
        around.come(Poison.in(site, DURING, END));
        replica.poll();

        assertThat(list()).singleElement().satisfies(event -> {
            assertThat(event.component().name()).isEqualTo(Site.DOWN);
            assertThat(event.startedAt()).isEqualTo(site.at(Site.DOWN_FROM));
            assertThat(event.endedAt()).isEqualTo(site.at(Site.DOWN_UNTIL - 1));
        });
        start(site).poll();
        assertThat(progress()).isEqualTo(site.minuteAt(END - 1) + 1);
    }

    @Test
    void anOrganizationWithoutTestsHasNoEvents() {
        var replica = start(site);
        around.come(Poison.ofAgentsThemselves(site, 0, END));
        site.setTo(END - 1);

        replica.poll();

        assertThat(list()).isEmpty();
        assertThat(progress()).isEqualTo(site.minuteAt(END - 1) + 1);
    }

    private Replica start(Site where) {
        return replicas.start(where.organization(), where);
    }

    /** What happens later is as in an organization where nothing went wrong. */
    private void assertThatItEndsAsUndisturbed(Replica replica) {
        replica.poll();
        come(site, DURING, END);
        replica.poll();
        var undisturbed = new Site(site.at(0));
        var other = start(undisturbed);
        come(undisturbed, 0, DURING);
        other.poll();
        come(undisturbed, DURING, END);
        other.poll();

        assertThat(Written.of(undisturbed, database).told()).hasSize(4);
        assertThat(Written.of(site, database)).isEqualTo(Written.of(undisturbed, database));
    }

    private void come(Site where, int from, int until) {
        around.come(where.minutes(from, until));
        where.setTo(until - 1);
    }

    private void awaitBlocked() {
        await().atMost(PATIENCE).until(() -> database.number("select count(*) " + BLOCKED) > 0);
    }

    private long progress() {
        return database.number("select next_minute from detection where organization = ?", site.organization());
    }

    private List<FoundEvent> list() {
        return around.found(site, site.scope("11"));
    }
}
