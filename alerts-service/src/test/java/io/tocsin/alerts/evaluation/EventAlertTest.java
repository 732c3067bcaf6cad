package io.tocsin.alerts.evaluation;

import static io.tocsin.alerts.AnEvent.anEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class EventAlertTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Scope OTHER_GROUP = new Scope("acme", "12");

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    Clearing clearing;

    @Inject
    MatchJanitor janitor;

    @Inject
    Pool pool;

    @Inject
    SettableClock clock;

    /** What tells the events of this test from those of others. */
    private final String source = "test-" + UUID.randomUUID();

    @BeforeEach
    void itIsTheStart() {
        clock.set(START);
    }

    @Test
    void anAlertOpensWithTheEventThatReachesTheThreshold() {
        var rule = alerts.rule(counting(3, "5m"));
        events.deliver(anEvent().of(source).at(after(0)), anEvent().of(source).at(after(10)));

        events.deliver(anEvent().of(source).at(after(20)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("trigger");
            assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T12:00:20Z");
            assertThat(alert.getString("endDate")).isNull();
            assertThat(alert.getInt("violationCount")).isEqualTo(1);
            assertThat(alert.getString("details[0].name")).isEqualTo("all events");
            assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Events: 3");
            assertThat(alert.getString("details[0].end")).isNull();
        });
        assertThat(alerts.told(rule)).singleElement().satisfies(told -> {
            assertThat(told.getString("kind")).isEqualTo("TRIGGERED");
            assertThat(told.getJsonArray("recipients")).containsExactly("ann@example.com");
            assertThat(told.getString("accountGroupName")).isEqualTo("Network");
            assertThat(told.getJsonObject("rule").getString("message")).isEqualTo("look");
        });
    }

    @Test
    void anAlertClearsWhenItsWindowHasSlidAway() {
        var rule = alerts.rule(counting(2, "5m"));
        events.deliver(anEvent().of(source).at(after(0)), anEvent().of(source).at(after(10)));
        clock.set(after(303));

        await(clearing::clearDue);

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:05:00Z");
            assertThat(alert.getInt("duration")).isEqualTo(290);
            assertThat(alert.getInt("violationCount")).isZero();
            assertThat(alert.getString("details[0].state")).isEqualTo("clear");
            assertThat(alert.getString("details[0].end.metrics")).isEqualTo("Events: 1");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
        assertThat(alerts.told(rule)).extracting(told -> told.getString("alertId"))
                .containsOnly(alerts.of(rule).get(0).getString("id"));
    }

    @Test
    void aRecoveryClearsAtOnce() {
        var rule = alerts.rule(counting(1, "5m"));
        events.deliver(anEvent().of(source).keyed("disk").at(after(0)));
        clock.set(after(30));

        events.deliver(anEvent().keyed("disk").saying(Severity.SUCCESS).at(after(29)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:00:29Z");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
    }

    @Test
    void aRecoveryOfAnotherKeyOrScopeChangesNothing() {
        var rule = alerts.rule(counting(1, "5m"));
        events.deliver(anEvent().of(source).keyed("disk-" + source).at(after(0)));
        clock.set(after(30));

        events.deliver(anEvent().keyed("other-" + source).saying(Severity.SUCCESS).at(after(10)),
                anEvent().keyed("disk-" + source).in(OTHER_GROUP).saying(Severity.SUCCESS).at(after(11)));

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("trigger"));
    }

    @Test
    void aRecoveryTakesAwayItsOwnMatchesOnly() {
        var rule = alerts.rule(counting(2, "5m"));
        events.deliver(anEvent().of(source).keyed("a-" + source).at(after(0)), anEvent().of(source)
                .keyed("b-" + source)
                .at(after(1)),
                anEvent().of(source).keyed("b-" + source).at(after(2)));
        clock.set(after(30));

        events.deliver(anEvent().keyed("a-" + source).saying(Severity.SUCCESS).at(after(10)));

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("trigger"));
    }

    @Test
    void aRecoveryCountsForARuleWhichAsksForRecoveries() {
        var rule = alerts.rule("events(\"source:%s status:success\").rollup(\"count\").last(\"5m\") >= 2".formatted(source));

        events.deliver(anEvent().of(source).keyed("x-" + source).saying(Severity.SUCCESS).at(after(0)),
                anEvent().of(source).keyed("x-" + source).saying(Severity.SUCCESS).at(after(1)));

        assertThat(alerts.of(rule)).hasSize(1);
    }

    @Test
    void aRecoveryDoesNotCountForARuleWhichWouldTakeOtherEventsToo() {
        var rule = alerts.rule("events(\"source:%s\").rollup(\"count\").last(\"5m\") >= 1".formatted(source));

        events.deliver(anEvent().of(source).keyed("x-" + source).saying(Severity.SUCCESS).at(after(0)));

        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void aSourceJoinsQuietlyAndStaysListedWhenItIsWell() {
        var rule = alerts.rule(grouped("host", 1));
        events.deliver(anEvent().of(source).on("db-1").at(after(0)));
        events.deliver(anEvent().of(source).on("db-2").keyed("two-" + source).at(after(5)));
        clock.set(after(20));

        events.deliver(anEvent().keyed("two-" + source).saying(Severity.SUCCESS).at(after(10)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("trigger");
            assertThat(alert.getInt("violationCount")).isEqualTo(1);
            assertThat(alert.getList("details.name")).containsExactly("db-1", "db-2");
            assertThat(alert.getList("details.state")).containsExactly("trigger", "clear");
            assertThat(alert.getString("details[1].end.metrics")).isEqualTo("Events: 0");
        });
        assertThat(alerts.told(rule)).hasSize(1);
    }

    @Test
    void anEventWithoutTheFacetIsNotOverlooked() {
        var rule = alerts.rule(grouped("host,service", 1));

        events.deliver(anEvent().of(source).on("db-1").tagged("service:a,b", "service:c").at(after(0)),
                anEvent().of(source).at(after(1)));

        assertThat(alerts.of(rule).get(0).getList("details.name")).containsExactly("db-1, a\\,b", "db-1, c", "N/A, N/A");
    }

    @Test
    void differentValuesAreCountedOnce() {
        var rule = alerts.rule("events(\"source:%s\").rollup(\"cardinality\", \"host\").last(\"5m\") >= 2".formatted(source));
        events.deliver(anEvent().of(source).on("db-1").at(after(0)), anEvent().of(source).on("db-1").at(after(1)),
                anEvent().of(source).at(after(2)));
        assertThat(alerts.of(rule)).isEmpty();

        events.deliver(anEvent().of(source).on("db-2").at(after(3)));

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Values of host: 2"));
    }

    @Test
    void anEventThatComesTenMinutesLateStillOpensAndClearsItsAlert() {
        var rule = alerts.rule(counting(2, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(600));

        events.deliver(anEvent().of(source).at(after(30)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T12:00:30Z");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:01:00Z");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
    }

    @Test
    void theNextOccurrenceIsAnAlertOfItsOwn() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(62));
        await(clearing::clearDue);

        events.deliver(anEvent().of(source).at(after(62)));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactly("clear", "trigger");
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind"))
                .containsExactly("TRIGGERED", "CLEARED", "TRIGGERED");
    }

    @Test
    void anEventThatShowsThatAnAlertIsOverClearsIt() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(61));

        events.deliver(anEvent().of(source).at(after(61)));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactly("clear", "trigger");
    }

    @Test
    void anAlertWaitsALittleForEventsOnTheirWayBeforeItClears() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(61));
        await(clearing::clearDue);

        events.deliver(anEvent().of(source).at(after(59)));

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("trigger"));
        assertThat(alerts.told(rule)).hasSize(1);
    }

    @Test
    void aClearIsToldOnlyIfTheRuleWantsIt() {
        var rule = alerts.rule(counting(1, "1m"), false);
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(300));

        await(clearing::clearDue);

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("clear"));
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED");
    }

    @Test
    void aRuleWithoutRecipientsAlertsWithoutTellingAnybody() {
        var settings = Alerts.settings(counting(1, "1m"), true);
        settings.remove("notifications");
        var rule = Alerts.caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");

        events.deliver(anEvent().of(source).at(after(0)));

        assertThat(alerts.of(rule)).hasSize(1);
        assertThat(alerts.told(rule)).isEmpty();
    }

    @Test
    void eachRecipientIsToldOnce() {
        var settings = Alerts.settings(counting(1, "1m"), true);
        settings.getJsonObject("notifications")
                .getJsonObject("email")
                .put("recipients", List.of("bob@example.com", "ann@example.com", "Bob@example.com"));
        var rule = Alerts.caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");

        events.deliver(anEvent().of(source).at(after(0)));

        assertThat(alerts.told(rule).get(0).getJsonArray("recipients")).containsExactly("bob@example.com", "ann@example.com");
    }

    @Test
    void anEventOfAnotherAccountGroupOrOrganizationDoesNotCount() {
        var rule = alerts.rule(counting(1, "1m"));

        events.deliver(anEvent().of(source).in(OTHER_GROUP).at(after(0)),
                anEvent().of(source).in(new Scope("umbrella", "11")).at(after(1)));

        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void anAlertOfADeletedRuleEndsWithoutAWord() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(10));

        Alerts.caller().delete("/v7/alerts/rules/" + rule).then().statusCode(204);
        events.deliver(anEvent().of(source).at(after(11)));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:00:10Z");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED");
    }

    @Test
    void aRuleThatAsksForSomethingElseCountsAnew() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(10));

        replace(rule, counting(2, "1m"));
        events.deliver(anEvent().of(source).at(after(11)));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactly("clear");
        assertThat(alerts.told(rule)).hasSize(1);
    }

    @Test
    void aRuleThatOnlyLooksDifferentKeepsItsAlert() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));

        replace(rule, counting(1, "60s").replace(".rollup", "  .rollup"));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactly("trigger");
    }

    @Test
    void aRuleChangedByAnotherReplicaCountsFromThenOn() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of("nobody").at(after(0)));

        await(() -> pool.withTransaction(transaction -> transaction
                .preparedQuery("update alert_rule set settings = replace(settings, '>= 1', '>= 2') where id = $1")
                .execute(Tuple.of(Long.parseLong(rule)))
                .chain(() -> transaction.query("update alert_rule_version set version = version + 1").execute())));
        events.deliver(anEvent().of(source).at(after(1)));

        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        var rule = alerts.rule(counting(2, "1m"));
        var event = anEvent().of(source).at(after(0));
        events.deliver(event);

        events.deliver(event, event);
        events.deliverAgain(event);

        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void deliveriesSideBySideOpenOneAlert() {
        var rule = alerts.rule(counting(3, "5m"));
        var batches = IntStream.range(0, 16)
                .mapToObj(i -> List.of(anEvent().of(source).at(after(i)), anEvent().of(source).at(after(16 + i))))
                .toList();

        batches.parallelStream().forEach(events::deliver);

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T12:00:02Z"));
        assertThat(alerts.told(rule)).hasSize(1);
    }

    @Test
    void clearingSideBySideTellsOnce() {
        var rule = alerts.rule(counting(1, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(300));

        IntStream.range(0, 8).parallel().forEach(i -> await(clearing::clearDue));

        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
    }

    @Test
    void matchesAreForgottenWhenNobodyCanAskForThemAgain() {
        var rule = alerts.rule(counting(9, "1m"));
        events.deliver(anEvent().of(source).at(after(0)));
        clock.set(after(60 + 15 * 60));
        await(janitor::forgetOld);
        assertThat(matchesOf(rule)).isEqualTo(1);

        clock.set(after(60 + 15 * 60 + 1));
        await(janitor::forgetOld);

        assertThat(matchesOf(rule)).isZero();
    }

    @Test
    void aMessageThatIsNoEventIsRejectedAndHarmsNoOther() {
        var rule = alerts.rule(counting(1, "1m"));

        var verdicts = events.deliverWith("{\"event\": 7}", anEvent().of(source).at(after(0)));

        assertThat(verdicts).containsExactly("REJECTED", "ACCEPTED");
        assertThat(alerts.of(rule)).hasSize(1);
    }

    @Test
    void aValueTooLongForAnIndexIsStillASource() {
        var rule = alerts.rule(grouped("host", 1));

        events.deliver(anEvent().of(source).on("x".repeat(9_000)).keyed("k".repeat(9_000)).at(after(0)),
                anEvent().of(source).on("x".repeat(9_001)).at(after(1)));

        assertThat(alerts.of(rule).get(0).getList("details")).hasSize(2);
    }

    private int matchesOf(String rule) {
        return await(() -> pool.preparedQuery("select count(*)::int from event_match where rule_id = $1")
                .execute(Tuple.of(Long.parseLong(rule)))).iterator().next().getInteger(0);
    }

    private static void replace(String rule, String expression) {
        Alerts.caller().body(Alerts.settings(expression, true).encode()).put("/v7/alerts/rules/" + rule).then().statusCode(200);
    }

    private String grouped(String by, int threshold) {
        return "events(\"source:%s\").rollup(\"count\").by(\"%s\").last(\"5m\") >= %d".formatted(source, by, threshold);
    }

    private String counting(int threshold, String last) {
        return "events(\"source:%s status:error\").rollup(\"count\").last(\"%s\") >= %d".formatted(source, last, threshold);
    }

    private static Instant after(long seconds) {
        return START.plusSeconds(seconds);
    }
}
