package io.tocsin.alerts.result;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** What becomes of tests of which nothing is heard any more, wire/thousandeyes.md §4.5 (6). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class SilentTestsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    SilentTests silent;

    @Inject
    BaselineJanitor janitor;

    @Inject
    Pool pool;

    @Inject
    SettableClock clock;

    private final String test = UUID.randomUUID().toString();
    private String rule;

    @BeforeEach
    void anAlertIsOpenAtNoon() {
        clock.set(NOON);
        rule = rule("((loss >= 10%))");
        results.deliver(resultOf(test).from("Oslo").in(0).losing(50));
    }

    @Test
    void theAlertOfATestWhichFellSilentEndsAndNobodyIsTold() {
        var end = NOON.plus(Duration.ofDays(1)).plus(MINUTE);
        clock.set(end);

        await(silent::endAlerts);

        assertThat(alerts.of(rule)).singleElement().satisfies(alert -> {
            assertThat(alert.getString("state")).isEqualTo("clear");
            assertThat(alert.getString("endDate")).isEqualTo(end.toString());
            assertThat(alert.getInt("violationCount")).isZero();
        });
        assertThat(alerts.told(rule)).extracting(told -> told.getString("kind")).containsExactly("TRIGGERED");
        List<Integer> active = caller().get("/v6/alerts.json?from=2026-03-02T12:00:00&to=2026-03-02T13:00:00")
                .jsonPath()
                .getList("alert.findAll { it.ruleId == %s }.active".formatted(rule));
        assertThat(active).containsExactly(2);
    }

    @Test
    void aTestWhichIsHeardKeepsItsAlert() {
        clock.set(NOON.plus(Duration.ofDays(1)).minus(MINUTE));
        results.deliver(resultOf(test).from("Oslo").in(24 * 60).losing(50));
        clock.set(NOON.plus(Duration.ofDays(1)).plus(MINUTE));

        await(silent::endAlerts);

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("trigger"));
    }

    @Test
    void aTestWhichSpeaksAgainBeginsAnew() {
        clock.set(NOON.plus(Duration.ofDays(2)));
        await(silent::endAlerts);

        results.deliver(resultOf(test).from("Oslo").in(2 * 24 * 60).losing(50));

        assertThat(alerts.of(rule)).extracting(alert -> alert.getString("state")).containsExactly("clear", "trigger");
        assertThat(alerts.of(rule).get(1).getString("startDate")).isEqualTo("2026-03-03T12:00:00Z");
    }

    @Test
    void replicasWhichLookAtOnceEndItOnce() {
        clock.set(NOON.plus(Duration.ofDays(2)));

        await(() -> Uni.join().all(silent.endAlerts(), silent.endAlerts(), silent.endAlerts()).andFailFast());

        assertThat(alerts.of(rule)).singleElement()
                .satisfies(alert -> assertThat(alert.getString("state")).isEqualTo("clear"));
    }

    @Test
    void afterLongSilenceNothingOfATestIsKept() {
        clock.set(NOON.plus(Duration.ofDays(39)));
        await(silent::endAlerts);
        await(silent::forget);
        assertThat(rows("test_log")).isOne();
        clock.set(NOON.plus(Duration.ofDays(41)));

        await(silent::forget);

        assertThat(rows("test_log")).isZero();
    }

    @Test
    void theBaselineOfASourceWhichLeftGoes() {
        rule("((Auto(loss > Medium sensitivity)))");
        results.deliver(resultOf(test).from("Oslo").in(1).losing(50), resultOf(test).from("Rome").in(1).losing(50));
        clock.set(NOON.plus(Duration.ofDays(2)));
        results.deliver(resultOf(test).from("Rome").in(2 * 24 * 60).losing(50));
        await(janitor::forgetOld);
        assertThat(rows("test_baseline")).isEqualTo(2);
        clock.set(NOON.plus(Duration.ofDays(2)).plus(MINUTE));

        await(janitor::forgetOld);

        assertThat(rows("test_baseline")).isOne();
    }

    private String rule(String expression) {
        var settings = Alerts.settings(expression, true).put("alertType", "end-to-end-server").put("testIds", List.of(test));
        return caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");
    }

    private long rows(String table) {
        return await(() -> pool.preparedQuery("select count(*) as n from " + table + " where test_id = $1")
                .execute(Tuple.of(
                        test)))
                .iterator()
                .next()
                .getLong("n");
    }
}
