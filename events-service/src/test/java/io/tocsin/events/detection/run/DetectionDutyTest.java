package io.tocsin.events.detection.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.EventType;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.events.detection.DetectedEvents;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.FoundEvent.Affected;
import io.tocsin.events.detection.FoundEvent.State;
import io.tocsin.events.detection.FoundFlow;
import io.tocsin.events.detection.FoundQuery;
import io.tocsin.events.result.ResultLog;
import io.tocsin.model.Scope;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DetectionDutyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int END = 150;

    private static final String EVENTS = """
            select concat_ws(' ', state, type, component, severity, started_at, ended_at, detected_at, over_minute, account_groups,
                             evidence)
              from detected_event
             where organization = ?
             order by 1
            """;

    private static final String FLOWS = """
            select concat_ws(' ', account_group, test_id, source_id, part, target)
              from detected_flow
             where organization = ?
             order by 1
            """;

    private static final String TOLD = """
            select concat_ws(' ', data::jsonb ->> 'kind', data::jsonb #>> '{scope,accountGroup}')
              from outbox
             where destination = 'notifier-service' and data::jsonb #>> '{scope,organization}' = ?
             order by seq
            """;

    private static final String CANONICAL = """
            select concat_ws(' ', account_group, severity, title)
              from event
             where organization = ?
             order by account_group, id
            """;

    private static final String ANNOUNCED = """
            select count(*) from outbox
             where destination = 'alerts-service' and data::jsonb #>> '{event,scope,organization}' = ?
            """;

    @Inject
    ResultLog log;

    @Inject
    DetectedEvents events;

    @Inject
    Replicas replicas;

    @Inject
    TestDatabase database;

    private final Site site = new Site(Instant.now().minus(Duration.ofMinutes(200)));

    @Test
    void aServerWhichIsDownIsOneTargetEventThatIsToldAndEndsWithItsLastFailingRound() {
        var replica = replicas.start(site.organization(), site);

        come(0, 110);
        site.setTo(109);
        replica.poll();
        var during = list(site.scope("11"));
        come(110, END);
        site.setTo(END - 1);
        replica.poll();
        var after = list(site.scope("11"));

        assertThat(during).singleElement().satisfies(event -> {
            assertThat(event.component()).isEqualTo(new Component(EventType.TARGET, Site.DOWN));
            assertThat(event.state()).isEqualTo(State.ACTIVE);
            assertThat(event.startedAt()).isEqualTo(site.at(Site.DOWN_FROM));
            assertThat(event.endedAt()).isNull();
            assertThat(event.tests()).isEqualTo(new Affected(2, 1));
            assertThat(event.targets()).isEqualTo(new Affected(1, 1));
            assertThat(event.agents()).isEqualTo(new Affected(Site.AGENTS, Site.AGENTS));
        });
        assertThat(after).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(during.get(0).id());
            assertThat(event.state()).isEqualTo(State.RESOLVED);
            assertThat(event.endedAt()).isEqualTo(site.at(Site.DOWN_UNTIL - 1));
        });
        assertThat(database.lines(TOLD, site.organization()))
                .containsExactly("DETECTED 11", "DETECTED 12", "RESOLVED 11", "RESOLVED 12");
        assertThat(database.lines(CANONICAL, site.organization())).containsExactly(
                "11 ERROR Server Issue: " + Site.DOWN, "11 SUCCESS Over: Server Issue: " + Site.DOWN,
                "12 ERROR Server Issue: " + Site.DOWN, "12 SUCCESS Over: Server Issue: " + Site.DOWN);
        assertThat(database.number(ANNOUNCED, site.organization())).isEqualTo(4);
    }

    @Test
    void whatAnEventTouchesAndWhyIsTold() {
        come(0, 115);
        site.setTo(114);

        replicas.start(site.organization(), site).poll();

        var id = list(site.scope("12")).get(0).id();
        var flows = events.flows(site.scope("12"), id).await().atMost(PATIENCE);
        var evidence = events.evidence(site.scope("12"), id).await().atMost(PATIENCE).orElseThrow();
        assertThat(flows).hasSize(Site.AGENTS).extracting(FoundFlow::target).containsOnly(Site.DOWN);
        assertThat(flows).extracting(flow -> flow.test().name()).containsOnly("Test 2");
        assertThat(evidence.logOdds()).isGreaterThan(evidence.threshold());
        assertThat(evidence.phases()).containsEntry("server", 2 * Site.AGENTS);
        assertThat(evidence.series()).filteredOn(point -> point.failures() > 0)
                .hasSize(115 - Site.DOWN_FROM)
                .allSatisfy(point -> assertThat(point.failures()).isEqualTo(point.rounds()));
        assertThat(events.find(new Scope(site.organization(), "13"), id).await().atMost(PATIENCE)).isEmpty();
    }

    @Test
    void aBackfillIsWrittenDownAndToldToNobody() {
        come(0, END);
        site.setTo(END + 60);

        replicas.start(site.organization(), site).poll();

        assertThat(list(site.scope("11"))).extracting(FoundEvent::state).containsExactly(State.RESOLVED);
        assertThat(database.lines(CANONICAL, site.organization())).hasSize(4);
        assertThat(database.lines(TOLD, site.organization())).isEmpty();
        assertThat(database.number(ANNOUNCED, site.organization())).isZero();
    }

    @Test
    void replicasWhichDieAndTakeOverAllTheTimeTellWhatOneWouldHaveToldThatSeldomLooks() {
        var undisturbed = new Site(site.at(0));
        var one = replicas.start(undisturbed.organization(), undisturbed);

        for (int minute = 0; minute < END; minute += 6) {
            come(minute, minute + 6);
            site.setTo(minute + 5);
            expireLeases();
            replicas.start(site.organization(), site).poll();
            if (minute % 30 == 24) {
                log.record(undisturbed.minutes(minute - 24, minute + 6)).await().atMost(PATIENCE);
                undisturbed.setTo(minute + 5);
                one.poll();
            }
        }

        assertThat(database.lines(EVENTS, undisturbed.organization())).hasSize(1);
        assertThat(database.lines(EVENTS, site.organization())).isEqualTo(database.lines(EVENTS, undisturbed.organization()));
        assertThat(database.lines(FLOWS, site.organization())).isEqualTo(database.lines(FLOWS, undisturbed.organization()));
        assertThat(database.lines(TOLD, site.organization())).isEqualTo(database.lines(TOLD, undisturbed.organization()));
        assertThat(database.lines(CANONICAL, site.organization()))
                .isEqualTo(database.lines(CANONICAL, undisturbed.organization()));
    }

    @Test
    void lateResultsAreJudgedAsIfTheyHadComeOnTime() {
        var replica = replicas.start(site.organization(), site);
        come(0, 95);
        come(130, END);
        site.setTo(END - 1);
        replica.poll();
        var before = list(site.scope("11"));

        come(95, 130);
        site.setTo(END);
        replica.poll();

        assertThat(before).isEmpty();
        assertThat(list(site.scope("11"))).singleElement().satisfies(event -> {
            assertThat(event.startedAt()).isEqualTo(site.at(Site.DOWN_FROM));
            assertThat(event.endedAt()).isEqualTo(site.at(Site.DOWN_UNTIL - 1));
        });
    }

    @Test
    void onlyTheHolderOfTheLeaseJudgesUntilItIsOver() {
        var first = replicas.start(site.organization(), site);
        var second = replicas.start(site.organization(), site);
        come(0, 110);
        site.setTo(109);

        first.poll();
        second.poll();
        var whileFirstHolds = second.leases().held();
        expireLeases();
        second.poll();

        assertThat(first.leases().held()).hasSize(1);
        assertThat(whileFirstHolds).isEmpty();
        assertThat(second.leases().held()).hasSize(1);
    }

    @Test
    void whoeverLostItsLeaseWritesNothingAnyMore() {
        var first = replicas.start(site.organization(), site);
        var second = replicas.start(site.organization(), site);
        come(0, 90);
        site.setTo(89);
        first.poll();
        expireLeases();
        second.poll();
        var judged = progress();

        come(90, 110);
        site.setTo(109);
        first.judge();

        assertThat(progress()).isEqualTo(judged);
        assertThat(list(site.scope("11"))).isEmpty();
        assertThat(database.lines(TOLD, site.organization())).isEmpty();
        assertThat(first.leases().held()).isEmpty();
        second.poll();
        assertThat(list(site.scope("11"))).hasSize(1);
        assertThat(database.lines(TOLD, site.organization())).containsExactly("DETECTED 11", "DETECTED 12");
    }

    @Test
    void whatWasReadIsForgottenWithWhatFollowsFromIt() {
        come(0, 110);
        site.setTo(109);

        replicas.start(site.organization(), site).poll();

        assertThat(database.number("select count(*) from detection_news where organization = ?", site.organization())).isZero();
        assertThat(database.number("select count(*) from detection_checkpoint where organization = ?", site.organization()))
                .isBetween(1L, 12L);
    }

    private void come(int from, int until) {
        log.record(site.minutes(from, until)).await().atMost(PATIENCE);
    }

    /** As if nothing had been heard of their holders for long. */
    private void expireLeases() {
        database.execute("update detection set leased_until = '-infinity' where organization = '" + site.organization() + "'");
    }

    private String progress() {
        return database.lines("select concat_ws(' ', next_minute, fence) from detection where organization = ?",
                site.organization()).get(0);
    }

    private List<FoundEvent> list(Scope scope) {
        var query = new FoundQuery(scope, site.at(0), site.at(END + 60), Optional.empty());
        return events.list(query, Optional.empty(), 10).await().atMost(PATIENCE);
    }
}
