package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;

/**
 * Each filter case of wire/thousandeyes.md §3.1, of alerts which test results made. The range is 10 to 20 February; a word names an
 * alert by its start and its clear: {@code before-within} began before the range and cleared within it.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ResultAlertFilterTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RANGE = "startDate=2026-02-10T00:00:00Z&endDate=2026-02-20T00:00:00Z";

    /** Days before noon of 1 March. */
    private static final Map<String, Integer> DAYS = Map.of("ancient", 100, "before", 25, "within", 15, "later", 12, "after",
            5);

    @Inject
    ResultsService results;

    @Inject
    SettableClock clock;

    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private String rule;

    @BeforeEach
    void thereIsAnAlertOfEachKind() {
        clock.set(NOON);
        var words = List.of("ancient-open", "ancient-before", "before-open", "within-open", "after-open", "before-within",
                "within-later", "within-after", "before-after");
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", words.stream().map(prefix::concat).toList());
        rule = caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId");
        words.forEach(this::make);
    }

    private void make(String word) {
        var ends = word.split("-");
        results.deliver(resultOf(prefix + word).from("Oslo").in(minute(ends[0])).losing(50));
        if (!ends[1].equals("open")) {
            results.deliver(resultOf(prefix + word).from("Oslo").in(minute(ends[1])).losing(0));
        }
    }

    private static long minute(String word) {
        return -Duration.ofDays(DAYS.get(word)).toMinutes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state=trigger& | within-open
            state=clear&   | before-within within-later
            ''             | ancient-open before-open within-open before-within within-later
            """)
    void withARange(String state, String expected) {
        assertThat(found(state + RANGE)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | before-open within-open after-open
            state=trigger | before-open within-open after-open
            state=clear   | ancient-before before-within within-later within-after before-after
            """)
    void withoutARangeTheLast90DaysCount(String state, String expected) {
        assertThat(found(state)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state=trigger&window=6d | after-open
            state=clear&window=6d   | within-after before-after
            window=144h             | before-open within-open after-open within-after before-after ancient-open
            state=clear&window=11d  | within-after before-after
            """)
    void aWindowIsARangeUpToNow(String query, String expected) {
        assertThat(found(query)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void anAlertWhichBeganLongAgoIsActiveInEveryRangeAfterItsStart() {
        assertThat(found(RANGE)).doesNotContain("after-open").contains("before-open");
        assertThat(found("startDate=2025-01-01T00:00:00Z&endDate=2025-12-01T00:00:00Z")).containsExactly("ancient-open");
    }

    @Test
    void pagesOfOneHoldTheSameAlertsAsOnePage() {
        var all = new ArrayList<String>();
        var next = "/v7/alerts?max=1&" + RANGE;
        while (next != null) {
            var page = caller().urlEncodingEnabled(false).get(next).jsonPath();
            all.addAll(ofRule(page.getList("alerts")));
            next = page.getString("_links.next.href") == null ? null : relative(page.getString("_links.next.href"));
        }

        assertThat(all).isEqualTo(found(RANGE)).hasSize(5);
    }

    @Test
    void theListSpeaksInCapitalsTheDetailInSmallLetters() {
        List<Map<String, Object>> listed = caller().get("/v7/alerts?max=1000&" + RANGE).jsonPath().getList("alerts");

        assertThat(listed).filteredOn(alert -> rule.equals(alert.get("alertRuleId"))).allSatisfy(alert -> {
            var detail = caller().get("/v7/alerts/" + alert.get("id")).jsonPath();
            var isOpen = detail.getString("endDate") == null;
            assertThat(alert).containsEntry("state", isOpen ? "ACTIVE" : "CLEARED").containsEntry("severity", "MAJOR");
            assertThat(detail.getString("state")).isEqualTo(isOpen ? "trigger" : "clear");
            assertThat(detail.getString("severity")).isEqualTo("major");
            assertThat(detail.getString("details[0].type")).isEqualTo("cea_agent");
        });
    }

    private List<String> found(String query) {
        return ofRule(caller().get("/v7/alerts?max=1000&" + query).jsonPath().getList("alerts"));
    }

    /** The words of those alerts which belong to this test's rule. */
    private List<String> ofRule(List<Map<String, Map<String, Map<String, String>>>> alerts) {
        return alerts.stream()
                .filter(alert -> rule.equals((Object) alert.get("alertRuleId")))
                .map(alert -> alert.get("_links").get("test").get("href"))
                .map(href -> href.substring(href.indexOf(prefix) + prefix.length()).replaceFirst("[?].*", ""))
                .toList();
    }

    private static String relative(String href) {
        return href.substring(href.indexOf("/v7/"));
    }
}
