package io.tocsin.alerts.result;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.AResult;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.Scope;
import io.tocsin.model.result.Direction;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultTarget;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** wire/thousandeyes.md §4.5, paragraph by paragraph: from results to alerts, as a client reads them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ResultAlertTest {

    private static final AtomicInteger TESTS = new AtomicInteger(1000);
    private static final String LOSS = "((loss >= 10%))";

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    private final String test = Integer.toString(TESTS.incrementAndGet());

    @BeforeEach
    void itIsLaterThanEveryRound() {
        clock.set(Instant.parse("2026-03-01T14:00:00Z"));
    }

    @Test
    void anAlertOpensInTheRoundThatCompletesXOfYAndASourceKeepsItsOwnEarlierStart() {
        var rule = rule(settings().put("roundsViolatingRequired", 2).put("roundsViolatingOutOf", 3));
        results.deliver(from("Oslo").in(0).losing(0), from("Oslo").in(1).losing(20));
        assertThat(alerts.of(rule)).isEmpty();

        results.deliver(from("Oslo").in(2).losing(30), from("Rome").in(2).losing(0));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("alertType")).isEqualTo("end-to-end-server");
            assertThat(alert.getString("state")).isEqualTo("trigger");
            assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T12:02:00Z");
            assertThat(alert.getString("endDate")).isNull();
            assertThat(alert.getInt("violationCount")).isEqualTo(1);
            assertThat(alert.getList("details")).hasSize(1);
            assertThat(alert.getString("details[0].id")).isEqualTo("id-of-Oslo");
            assertThat(alert.getString("details[0].name")).isEqualTo("Oslo");
            assertThat(alert.getString("details[0].type")).isEqualTo("cea_agent");
            assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Loss: 20%");
            assertThat(alert.getString("details[0].end")).isNull();
            assertThat(alert.getString("_links.test.href")).endsWith("/v7/tests/" + test);
        });
        assertThat(alerts.told(rule)).singleElement().satisfies(told -> {
            assertThat(told.getString("kind")).isEqualTo("TRIGGERED");
            assertThat(told.getString("startedAt")).isEqualTo("2026-03-01T12:02:00Z");
            assertThat(told.getJsonArray("sources").getJsonObject(0).getString("name")).isEqualTo("Oslo");
            assertThat(told.getJsonArray("sources").getJsonObject(0).getString("startedAt")).isEqualTo("2026-03-01T12:01:00Z");
        });
    }

    @Test
    void sourcesJoinQuietlyStayListedAndTheAlertClearsWithTheLast() {
        var rule = rule(settings());
        results.deliver(from("Oslo").in(0).losing(20), from("Rome").in(0).losing(0));
        results.deliver(from("Oslo").in(1).losing(0), from("Rome").in(1).losing(100));
        assertThat(alerts.of(rule).get(0).getInt("violationCount")).isEqualTo(1);
        assertThat(alerts.of(rule).get(0).getList("details.state")).containsExactly("clear", "trigger");

        results.deliver(from("Oslo").in(2).losing(0), from("Rome").in(2).losing(0));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T12:02:00Z");
            assertThat(alert.getInt("violationCount")).isZero();
            assertThat(alert.getList("details.name")).containsExactly("Oslo", "Rome");
            assertThat(alert.getList("details.end.metrics")).containsExactly("Loss: 0%", "Loss: 0%");
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED", "CLEARED");
    }

    @Test
    void minimumSourcesOpenAnAlertWhichClearsOnlyWhenNoneViolates() {
        var rule = rule(settings().put("minimumSources", 2));
        results.deliver(from("Oslo").in(0).losing(20), from("Rome").in(0).losing(0));
        assertThat(alerts.of(rule)).isEmpty();
        results.deliver(from("Oslo").in(1).losing(20), from("Rome").in(1).losing(20));

        results.deliver(from("Oslo").in(2).losing(0), from("Rome").in(2).losing(20));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("trigger");
            assertThat(alert.getInt("violationCount")).isEqualTo(1);
        });
    }

    @Test
    void theNextOccurrenceIsAnotherAlert() {
        var rule = rule(settings());

        results.deliver(from("Oslo").in(0).losing(20), from("Oslo").in(1).losing(0), from("Oslo").in(2).losing(20));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactly("clear", "trigger");
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind"))
                .containsExactly("TRIGGERED", "CLEARED", "TRIGGERED");
    }

    @Test
    void messagesDeliveredTwiceOrAgainAsOthersChangeNothing() {
        var rule = rule(settings());
        var batch = List.of(from("Oslo").in(0).losing(20), from("Oslo").in(1).losing(0));
        var id = UUID.randomUUID();

        results.deliver(id, batch);
        results.deliver(id, batch);
        results.deliver(UUID.randomUUID(), batch);

        assertThat(alerts.of(rule)).hasSize(1);
        assertThat(alerts.told(rule)).hasSize(2);
    }

    @Test
    void anyOrderOfArrivalGivesTheSameAlerts() {
        var rule = rule(settings().put("roundsViolatingRequired", 2).put("roundsViolatingOutOf", 3));
        var course = course(new Random(5));
        course.forEach(results::deliver);
        var inOrder = facts(rule);
        var other = Integer.toString(TESTS.incrementAndGet());
        var shuffled = new ArrayList<>(course.stream().map(result -> ofTest(other, result)).toList());
        Collections.shuffle(shuffled, new Random(7));
        var ruleOfOther = rule(settings().put("roundsViolatingRequired", 2)
                .put("roundsViolatingOutOf", 3)
                .put("testIds", List.of(other)));

        results.deliverApart(shuffled.subList(0, 10));
        results.deliverApart(shuffled.subList(10, shuffled.size()));

        assertThat(inOrder).isNotEmpty();
        assertThat(facts(ruleOfOther)).isEqualTo(inOrder);
    }

    @Test
    void alertsWhichBeginTogetherAreOneNotificationAndClearOneByOne() {
        var other = Integer.toString(TESTS.incrementAndGet());
        var rule = rule(settings().put("testIds", List.of(test, other)));

        results.deliver(from("Oslo").in(0).losing(20), resultOf(other).from("Rome").in(0).losing(20));
        results.deliver(from("Oslo").in(1).losing(0), resultOf(other).from("Rome").in(1).losing(0));

        var told = alerts.told(rule);
        assertThat(told).extracting(one -> one.getString("kind")).containsExactly("TRIGGERED", "CLEARED", "CLEARED");
        var companion = told.get(0).getJsonArray("together").getJsonObject(0);
        assertThat(companion.getJsonObject("test").getString("id")).isEqualTo(other);
        assertThat(companion.getString("firstSource")).isEqualTo("Rome");
        assertThat(told.subList(1, 3)).extracting(one -> one.getString("alertId"))
                .containsExactlyInAnyOrder(told.get(0).getString("alertId"), companion.getString("alertId"));
    }

    @Test
    void aNotificationNamesTestTargetAndAgents() {
        var rule = rule(settings().put("alertType", "bgp").put("expression", "((reachability < 100%))"));

        results.deliver(ofRoute(ResultTarget.ofPrefix("1", "203.0.113.0/24"), 0, 50));

        assertThat(alerts.told(rule)).singleElement().satisfies(told -> {
            assertThat(told.getJsonObject("test")).isEqualTo(new JsonObject().put("id", test)
                    .put("name", "test " + test)
                    .put("target", "203.0.113.0/24")
                    .put("seenFrom", "monitor"));
            assertThat(told.getJsonArray("sources").getJsonObject(0).getString("name")).isEqualTo("Route views");
        });
    }

    @Test
    void oneServerOrPrefixHasAnAlertOfItsOwn() {
        var rule = rule(settings().put("alertType", "bgp").put("expression", "((reachability < 100%))"));
        var prefix = ResultTarget.ofPrefix("1", "203.0.113.0/24");
        var other = ResultTarget.ofPrefix("2", "198.51.100.0/24");

        results.deliver(ofRoute(prefix, 0, 50), ofRoute(other, 0, 0), ofRoute(prefix, 1, 100), ofRoute(other, 1, 0));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactlyInAnyOrder("clear", "trigger");
        assertThat(alerts.of(rule)).allSatisfy(alert -> assertThat(alert.getString("details[0].type")).isEqualTo(
                "bgp_monitor"));
    }

    @Test
    void prefixesWhichTheTestsOwnOneCoversAreWatchedIfTheRuleSaysSo() {
        var settings = settings().put("alertType", "bgp").put("expression", "((reachability < 100%))");
        var without = rule(settings);
        var with = rule(settings.put("includeCoveredPrefixes", true));

        for (var prefix : List.of("203.0.113.0/24", "203.0.113.128/25", "198.51.100.0/24")) {
            results.deliver(resultOf(test).of(TestType.BGP, ResultLayer.BGP)
                    .testing("203.0.113.0/24")
                    .about(ResultTarget.ofPrefix(null, prefix))
                    .from("Route views")
                    .in(0)
                    .measuring(Map.of("reachability", 50)));
        }

        assertThat(alerts.of(with)).hasSize(3);
        assertThat(alerts.told(without)).extracting(told -> told.getJsonObject("test").getString("target"))
                .containsExactlyInAnyOrder("203.0.113.0/24", "198.51.100.0/24");
    }

    @Test
    void aRuleIsAboutItsTestsLayerAndDirectionOnly() {
        var rule = rule(settings().put("direction", "to-target"));

        results.deliver(resultOf("another").from("Oslo").in(0).losing(50));
        results.deliver(from("Oslo").of(TestType.HTTP_SERVER, ResultLayer.HTTP_SERVER).in(0).losing(50));
        results.deliver(from("Oslo").about(ResultTarget.of(Direction.FROM_TARGET)).in(0).losing(50));

        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void aRuleWithoutTestsAppliesToNoneButADefaultRuleToAllOfItsType() {
        var without = rule(settings().put("testIds", List.of()));
        var byDefault = rule(settings().put("testIds", List.of()).put("isDefault", true));

        results.deliver(from("Oslo").in(0).losing(50));

        assertThat(alerts.of(without)).isEmpty();
        assertThat(alerts.of(byDefault)).hasSize(1);
        caller().delete("/v7/alerts/rules/" + byDefault).then().statusCode(204);
    }

    @Test
    void theDefaultRulesOfAnAccountGroupWatchItsVeryFirstResult() {
        var untouched = new Scope("umbrella", "12");
        var first = resultOf(test).of(untouched)
                .of(TestType.DNSSEC, ResultLayer.DNSSEC)
                .from("Oslo")
                .in(0)
                .measuring(Map.of("errorDetails", "bogus"));

        results.deliver(first);

        List<String> types = caller(TestSetUp.OTHER_ORGANIZATION).get("/v7/alerts?aid=12")
                .jsonPath()
                .getList("alerts.alertType");
        assertThat(types).containsExactly("dnssec");
    }

    @Test
    void anAlertEndsUntoldWhenItsRuleIsDetachedAsksSomethingElseOrGoes() {
        var detached = rule(settings());
        var changed = rule(settings());
        var deleted = rule(settings());
        results.deliver(from("Oslo").in(0).losing(50));

        put(detached, settings().put("testIds", List.of("another")));
        put(changed, settings().put("expression", "((loss >= 90%))"));
        caller().delete("/v7/alerts/rules/" + deleted).then().statusCode(204);
        results.deliver(from("Oslo").in(1).losing(50));

        assertThat(List.of(detached, changed, deleted)).allSatisfy(rule -> {
            assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
                assertThat(alert.getString("state")).isEqualTo("clear");
                assertThat(alert.getString("endDate")).isEqualTo("2026-03-01T14:00:00Z");
            });
            assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED");
        });
    }

    @Test
    void aDynamicBaselineKnowsWhatIsUsualAfter24Points() {
        var rule = rule(settings().put("expression", "((Auto(loss > Medium sensitivity)))"));
        for (int point = 0; point < 24; point++) {
            results.deliver(from("Oslo").in(5 * point).losing(point % 3));
        }
        assertThat(alerts.of(rule)).isEmpty();

        results.deliver(from("Oslo").in(120).losing(2), from("Oslo").in(125).losing(40));

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("startDate")).isEqualTo("2026-03-01T14:05:00Z");
            assertThat(alert.getString("details[0].start.metrics")).isEqualTo("Loss: 40%");
        });
    }

    @Test
    void batchesAtTheSameTimeWhichRepeatEachOtherGiveTheSameAlerts() {
        var rule = rule(settings());
        course(new Random(3)).forEach(results::deliver);
        var expected = facts(rule);
        var tests = IntStream.range(0, 6).mapToObj(any -> Integer.toString(TESTS.incrementAndGet())).toList();
        var rules = tests.stream().map(one -> rule(settings().put("testIds", List.of(one)))).toList();
        var all = new ArrayList<TestResult>();
        tests.forEach(one -> course(new Random(3)).forEach(result -> all.add(ofTest(one, result))));
        all.addAll(List.copyOf(all.subList(0, all.size() / 2)));
        Collections.shuffle(all, new Random(11));

        IntStream.range(0, all.size() / 18)
                .parallel()
                .forEach(batch -> results.deliverApart(all.subList(18 * batch, 18 * batch + 18)));

        assertThat(expected).isNotEmpty();
        assertThat(rules).allSatisfy(one -> {
            assertThat(facts(one)).isEqualTo(expected);
            assertThat(alerts.told(one)).extracting(told -> told.getString("kind")).contains("TRIGGERED");
        });
    }

    @Test
    void whatComesTooLateChangesNothing() {
        var rule = rule(settings());
        results.deliver(from("Oslo").in(0).losing(0), from("Oslo").in(60).losing(0));

        results.deliver(from("Rome").in(0).losing(50));

        assertThat(alerts.of(rule)).isEmpty();
    }

    @Test
    void aMessageWhichIsNoResultIsSetAside() {
        assertThat(results.outcomeOf("{\"results\": [{\"test\": 7}]}")).isEqualTo("REJECTED");
    }

    private AResult from(String source) {
        return resultOf(test).from(source);
    }

    private TestResult ofRoute(ResultTarget prefix, long minute, double reachability) {
        return resultOf(test).of(TestType.BGP, ResultLayer.BGP)
                .about(prefix)
                .from("Route views")
                .in(minute)
                .measuring(Map.of("reachability", reachability));
    }

    private List<TestResult> course(Random random) {
        var course = new ArrayList<TestResult>();
        for (int round = 0; round < 12; round++) {
            for (var source : List.of("Oslo", "Rome", "Lima")) {
                course.add(from(source).in(round).losing(random.nextInt(3) == 0 ? 50 : 0));
            }
        }
        return course;
    }

    private static TestResult ofTest(String test, TestResult result) {
        return resultOf(test).from(result.source().name())
                .in((result.roundId() - Instant.parse("2026-03-01T12:00:00Z")
                        .getEpochSecond()) / 60)
                .losing(result.measurements().number("loss").orElseThrow());
    }

    private List<String> facts(String rule) {
        return alerts.of(rule)
                .stream()
                .map(alert -> alert.getString("startDate") + " " + alert.getString("endDate") + " "
                        + alert.getList("details.name") + alert.getList("details.state"))
                .toList();
    }

    private JsonObject settings() {
        return Alerts.settings(LOSS, true).put("alertType", "end-to-end-server").put("testIds", List.of(test));
    }

    private static String rule(JsonObject settings) {
        var created = caller().body(settings.encode()).post("/v7/alerts/rules");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("ruleId");
    }

    private static void put(String rule, JsonObject settings) {
        caller().body(settings.encode()).put("/v7/alerts/rules/" + rule).then().statusCode(200);
    }
}
