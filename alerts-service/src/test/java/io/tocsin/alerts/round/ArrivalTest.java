package io.tocsin.alerts.round;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.result.TestResult;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/**
 * wire/thousandeyes.md §4.5 in PostgreSQL: whatever way the same results come in, the alerts which a client reads are those of the
 * reference. All rounds of a course lie within the tolerance, so that every order is one in which they may arrive.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ArrivalTest {

    private static final int COURSES = 10;
    private static final int ROUNDS = 14;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    /** @param seed of its settings and reports */
    record Course(long seed, GlobalCondition condition, List<Seen> reports) {

        static Course of(long seed) {
            var random = new Random(seed);
            int required = 1 + random.nextInt(3);
            var condition = new GlobalCondition(required, required + random.nextInt(3), random.nextBoolean(),
                    1 + random.nextInt(2), random.nextInt(3) == 0 ? 60 : 0);
            var reports = new ArrayList<Seen>();
            for (long round = 1; round <= ROUNDS; round++) {
                for (var source : List.of("a", "b", "c")) {
                    if (random.nextInt(5) > 0) {
                        reports.add(new Seen(round, source, random.nextInt(5) < 2));
                    }
                }
            }
            return new Course(seed, condition, reports);
        }

        List<TestResult> results(String test) {
            return reports.stream()
                    .map(seen -> resultOf(test).from(seen.source()).in(seen.round()).losing(seen.violates() ? 50 : 0))
                    .toList();
        }
    }

    static Stream<Course> courses() {
        return IntStream.rangeClosed(1, COURSES).mapToObj(Course::of);
    }

    private final String test = UUID.randomUUID().toString();

    @BeforeEach
    void itIsSoonAfterTheLastRound() {
        clock.set(START.plusSeconds(60 * ROUNDS + 30));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void oneByOneInTheirOrder(Course course) {
        var rule = rule(course.condition());

        course.results(test).forEach(results::deliver);

        assertThat(alertsOf(rule)).isEqualTo(expected(course));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void inAnyOrderInBatchesOfAnySizeAndRepeated(Course course) {
        var rule = rule(course.condition());
        var random = new Random(course.seed());

        batches(jumbled(course, random), random).forEach(batch -> results.deliver(batch.toArray(TestResult[]::new)));

        assertThat(alertsOf(rule)).isEqualTo(expected(course));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void bySeveralWhoEvaluateAtTheSameTime(Course course) {
        var rule = rule(course.condition());
        var random = new Random(course.seed());

        batches(jumbled(course, random), random).stream().parallel().forEach(results::deliverApart);

        assertThat(alertsOf(rule)).isEqualTo(expected(course));
    }

    private static List<String> expected(Course course) {
        return new ReferenceEvaluator(course.condition(), course.reports()).alerts();
    }

    private List<TestResult> jumbled(Course course, Random random) {
        var all = new ArrayList<>(course.results(test));
        all.addAll(course.results(test).stream().filter(result -> random.nextInt(3) == 0).toList());
        Collections.shuffle(all, random);
        return all;
    }

    private static List<List<TestResult>> batches(List<TestResult> all, Random random) {
        var batches = new ArrayList<List<TestResult>>();
        for (int from = 0, to; from < all.size(); from = to) {
            to = Math.min(all.size(), from + 1 + random.nextInt(9));
            batches.add(all.subList(from, to));
        }
        return batches;
    }

    private String rule(GlobalCondition condition) {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of(test))
                .put("roundsViolatingRequired", condition.required())
                .put("roundsViolatingOutOf", condition.outOf())
                .put("roundsViolatingMode", condition.exact() ? "exact" : "any")
                .put("minimumSources", condition.minimumSources())
                .put("minimumSourcesPct", condition.minimumSourcesPct());
        return caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");
    }

    /** As the reference writes them; v6 is the dialect which tells when each source began and ended. */
    private List<String> alertsOf(String rule) {
        return alerts.of(rule)
                .stream()
                .map(alert -> new JsonObject(caller().get("/v6/alerts/" + alert.getString("id")).asString()))
                .map(answer -> answer.getJsonArray("alert").getJsonObject(0))
                .map(ArrivalTest::shown)
                .toList();
    }

    private static String shown(JsonObject alert) {
        var agents = alert.getJsonArray("agents")
                .stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(agent -> agent.getString("agentName"), ArrivalTest::span));
        return span(alert) + " " + agents.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(agent -> agent.getKey() + " " + agent.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String span(JsonObject part) {
        return round(part.getString("dateStart")) + ".." + round(part.getString("dateEnd"));
    }

    private static String round(String date) {
        return date == null
                ? ""
                : Long.toString((Instant.parse(date.replace(' ', 'T') + "Z").getEpochSecond() - START.getEpochSecond()) / 60);
    }
}
