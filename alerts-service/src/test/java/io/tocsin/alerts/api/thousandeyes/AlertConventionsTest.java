package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.Alerts.anyEventOf;
import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.alerts.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;

/** What is the same in all of v7, wire/thousandeyes.md §1, seen on alerts. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class AlertConventionsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    private final String source = "test-" + UUID.randomUUID();

    @BeforeEach
    void noAlertsAtTheStart() {
        alerts.noneAt(START);
    }

    /** §1.4, as Python, Java, Go and people write it. */
    @ParameterizedTest
    @ValueSource(strings = {
            "startDate=2026-03-01T11:00:00.000000%2B0000",
            "startDate=2026-03-01T11:00:00.000000+0000",
            "startDate=2026-03-01T11:00:00.000000",
            "startDate=2026-03-01T11:00:00Z&endDate=2026-03-01T12:00:00.123Z",
            "startDate=2026-03-01T13:00:00%2B02:00",
            "startDate=2026-03-01T13:00:00+02:00",
            "startDate=2026-03-01T11:00:00.123456789Z",
            "window=3600",
            "window=60m",
            "window=1h",
            "window=1d",
            "window=1w",
            "window=99999999999w" })
    void everyFormOfARangeIsRead(String range) {
        alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START.minusSeconds(60)));

        caller().urlEncodingEnabled(false)
                .get("/v7/alerts?" + range)
                .then()
                .statusCode(200)
                .body("alerts", hasSize(1));
    }

    /** §1.6: the clients send their first parameters again, together with the cursor, which stands in the URL exactly once. */
    @Test
    void pagesAreReadAsTheClientsReadThem() {
        for (int i = 0; i < 5; i++) {
            alerts.rule(anyEventOf(source));
        }
        events.deliver(anEvent().of(source).at(START));

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = caller().queryParam("window", "1h")
                    .queryParam("max", 2)
                    .queryParam("aid", "11")
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/v7/alerts")
                    .jsonPath();
            seen.addAll(page.getList("alerts.id"));
            var next = page.getString("_links.next.href");
            assertThat(next == null ? "cursor=" : next).containsOnlyOnce("cursor=");
            cursor = next == null ? null : next.replaceFirst(".*[?&]cursor=([^&]*).*", "$1");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().hasSize(5);
    }

    /** §1.8: the reset is in seconds since 1970. */
    @ParameterizedTest
    @ValueSource(strings = { "/v7/alerts", "/v7/alerts/rules", "/v7/alert-suppression-windows", "/v7/alerts/rules/0" })
    void everyAnswerTellsWhatIsLeftOfTheLimit(String path) {
        caller().get(path)
                .then()
                .header("X-Organization-Rate-Limit-Limit", matchesPattern("\\d+"))
                .header("X-Organization-Rate-Limit-Remaining", matchesPattern("\\d+"))
                .header("X-Organization-Rate-Limit-Reset", matchesPattern("\\d{10}"));
    }
}
