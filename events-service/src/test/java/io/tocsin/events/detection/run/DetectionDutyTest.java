package io.tocsin.events.detection.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
import io.tocsin.model.Scope;
import io.tocsin.test.PostgresResource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DetectionDutyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int END = 150;
    private static final int DAY = 24 * 60;

    private static final String ANNOUNCED = """
            select count(*) from outbox
             where destination = 'alerts-service' and data::jsonb #>> '{event,scope,organization}' = ?
            """;

    @Inject
    Around around;

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
        assertThat(Written.of(site, database).told())
                .containsExactly("DETECTED 11", "DETECTED 12", "RESOLVED 11", "RESOLVED 12");
        assertThat(Written.of(site, database).canonical()).containsExactly(
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
        var detail = events.find(site.scope("12"), id).await().atMost(PATIENCE).orElseThrow();
        var evidence = detail.evidence();
        assertThat(detail.flows()).hasSize(Site.AGENTS).extracting(FoundFlow::target).containsOnly(Site.DOWN);
        assertThat(detail.flows()).extracting(flow -> flow.test().name()).containsOnly("Test 2");
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
        assertThat(Written.of(site, database).canonical()).hasSize(4);
        assertThat(Written.of(site, database).told()).isEmpty();
        assertThat(database.number(ANNOUNCED, site.organization())).isZero();
    }

    @Test
    void replicasWhichDieAndTakeOverAllTheTimeTellWhatOneWouldHaveToldThatSeldomLooks() {
        var undisturbed = new Site(site.at(0));
        var one = replicas.start(undisturbed.organization(), undisturbed);

        for (int minute = 0; minute < END; minute += 6) {
            come(minute, minute + 6);
            site.setTo(minute + 5);
            around.expireLeases(site);
            replicas.start(site.organization(), site).poll();
            if (minute % 30 == 24) {
                around.come(undisturbed.minutes(minute - 24, minute + 6));
                undisturbed.setTo(minute + 5);
                one.poll();
            }
        }

        assertThat(Written.of(undisturbed, database).events()).hasSize(1);
        assertThat(Written.of(site, database)).isEqualTo(Written.of(undisturbed, database));
    }

    /** 24 hours after the first of those which are late. */
    @ParameterizedTest
    @ValueSource(ints = { END, 95 + DAY })
    void lateResultsAreJudgedAsIfTheyHadComeOnTime(int arrival) {
        var onTime = new Site(site.at(0));
        come(onTime, 0, END);
        onTime.setTo(arrival);
        replicas.start(onTime.organization(), onTime).poll();
        var replica = replicas.start(site.organization(), site);
        come(0, 95);
        come(130, END);
        site.setTo(arrival - 1);
        replica.poll();
        var before = Written.of(site, database);

        come(95, 130);
        site.setTo(arrival);
        replica.poll();

        assertThat(before.events()).isEmpty();
        assertThat(Written.of(site, database).events()).hasSize(1).isEqualTo(Written.of(onTime, database).events());
        assertThat(Written.of(site, database).flows()).isEqualTo(Written.of(onTime, database).flows());
    }

    @Test
    void whatLaterResultsTakeBackIsToldToBeTakenBack() {
        var replica = replicas.start(site.organization(), site);
        come(0, Site.DOWN_FROM + 5);
        site.setTo(Site.DOWN_FROM + 4);
        replica.poll();
        var id = list(site.scope("11")).get(0).id();

        around.come(site.corrected(Site.DOWN_FROM, Site.DOWN_FROM + 5));
        site.setTo(Site.DOWN_FROM + 5);
        replica.poll();

        assertThat(list(site.scope("11"))).isEmpty();
        assertThat(events.find(site.scope("11"), id).await().atMost(PATIENCE))
                .hasValueSatisfying(detail -> assertThat(detail.event().state()).isEqualTo(State.WITHDRAWN));
        assertThat(Written.of(site, database).told())
                .containsExactly("DETECTED 11", "DETECTED 12", "WITHDRAWN 11", "WITHDRAWN 12");
        assertThat(Written.of(site, database).canonical()).containsExactly(
                "11 ERROR Server Issue: " + Site.DOWN, "11 SUCCESS Over: Server Issue: " + Site.DOWN,
                "12 ERROR Server Issue: " + Site.DOWN, "12 SUCCESS Over: Server Issue: " + Site.DOWN);
        assertThat(database.number(ANNOUNCED, site.organization())).isEqualTo(4);
    }

    @Test
    void whatComesMoreThanADayLateIsNotJudgedAnyMore() {
        var replica = replicas.start(site.organization(), site);
        come(0, 95);
        come(130, END);
        site.setTo(130 + DAY);
        replica.poll();

        come(95, 130);
        site.setTo(131 + DAY);
        replica.poll();

        assertThat(Written.of(site, database).events()).isEmpty();
        assertThat(database.number("select count(*) from detection_news where organization = ?", site.organization())).isZero();
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
        around.expireLeases(site);
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
        around.expireLeases(site);
        second.poll();
        var judged = progress();

        come(90, 110);
        site.setTo(109);
        first.judge();

        assertThat(progress()).isEqualTo(judged);
        assertThat(list(site.scope("11"))).isEmpty();
        assertThat(Written.of(site, database).told()).isEmpty();
        assertThat(first.leases().held()).isEmpty();
        second.poll();
        assertThat(list(site.scope("11"))).hasSize(1);
        assertThat(Written.of(site, database).told()).containsExactly("DETECTED 11", "DETECTED 12");
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
        come(site, from, until);
    }

    private void come(Site where, int from, int until) {
        around.come(where.minutes(from, until));
    }

    private String progress() {
        return database.lines("select concat_ws(' ', next_minute, fence) from detection where organization = ?",
                site.organization()).get(0);
    }

    private List<FoundEvent> list(Scope scope) {
        return around.found(site, scope);
    }
}
