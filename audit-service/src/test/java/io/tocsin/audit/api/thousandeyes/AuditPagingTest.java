package io.tocsin.audit.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.audit.UserEventBuilder.aUserEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tocsin.audit.AuditDatabase;
import io.tocsin.audit.AuditKeys;
import io.tocsin.audit.Services;
import io.tocsin.model.message.UserEvent;

@QuarkusTest
@WithTestResource(AuditDatabase.class)
@WithTestResource(AuditKeys.class)
class AuditPagingTest {

    private static final String LOG = "/v7/audit-user-events";
    private static final String RANGE = "?startDate=1980-01-01T00:00:00Z&endDate=1980-12-31T00:00:00Z";
    private static final int EVENTS = 250;

    private static boolean delivered;

    @BeforeAll
    static void reset() {
        delivered = false;
    }

    @Test
    void followingNextShowsEveryEventOnce() {
        deliverOnce();

        var seen = sentences(pages(LOG + RANGE));

        assertThat(seen).hasSize(EVENTS).doesNotHaveDuplicates();
        assertThat(seen.get(0)).isEqualTo("Event 249.");
    }

    @Test
    void withoutARangeTheWholeLogIsPaged() {
        deliverOnce();

        var pages = pages(LOG);

        assertThat(sentences(pages)).contains("Event 0.", "Event 249.");
        assertThat(pages).allSatisfy(page -> assertThat(page.getString("startDate")).isNull());
        assertThat(dates(pages)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static List<String> dates(List<JsonPath> pages) {
        return pages.stream().flatMap(page -> page.<String>getList("auditEvents.date").stream()).toList();
    }

    @Test
    void followingPreviousLeadsBackByTheSamePages() {
        deliverOnce();
        var pages = pages(LOG + RANGE);

        var second = get(path(pages.get(2), "previous"));
        var first = get(path(second, "previous"));

        assertThat(second.getList("auditEvents")).isEqualTo(pages.get(1).getList("auditEvents"));
        assertThat(first.getList("auditEvents")).isEqualTo(pages.get(0).getList("auditEvents"));
        assertThat(path(first, "previous")).isNull();
        assertThat(path(first, "next")).isNotNull();
    }

    @Test
    void aPageNamesItselfAndTheRangeOfTheFirst() {
        deliverOnce();
        var next = path(get(LOG + "?window=9999w"), "next");

        var page = get(next);

        assertThat(next).startsWith("http://localhost:8080" + LOG + "?window=9999w&cursor=");
        assertThat(path(page, "self")).isEqualTo(next);
        assertThat(page.getString("startDate")).isEqualTo(get(LOG + "?window=9999w").getString("startDate"));
    }

    @Test
    void aCursorOpensNoLogThatIsNotItsOwn() {
        deliverOnce();
        var cursor = path(get(LOG + RANGE), "next").replaceFirst(".*cursor=", "");

        for (var foreign : List.of("Bearer " + AuditKeys.STRANGER, "Bearer " + AuditKeys.BEA)) {
            given().header("Authorization", foreign)
                    .get(LOG + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("cursor"));
        }
        given().header("Authorization", "Bearer " + AuditKeys.AUDITOR)
                .get(LOG + "?aid=12&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
    }

    /** Three at a time happen in the same microsecond, so that only their ids put them in order. */
    private static void deliverOnce() {
        if (!delivered) {
            Services.deliver(IntStream.range(0, EVENTS).mapToObj(AuditPagingTest::event).toArray(UserEvent[]::new));
            delivered = true;
        }
    }

    private static UserEvent event(int number) {
        var when = Instant.parse("1980-01-01T00:00:00Z").plusSeconds(60L * (number / 3));
        return aUserEvent().at(when).saying("Event " + number + ".").build();
    }

    private static List<JsonPath> pages(String first) {
        var pages = new ArrayList<JsonPath>();
        for (var url = first; url != null; url = path(pages.get(pages.size() - 1), "next")) {
            pages.add(get(url));
        }
        return pages;
    }

    private static List<String> sentences(List<JsonPath> pages) {
        return pages.stream().flatMap(page -> page.<String>getList("auditEvents.event").stream()).toList();
    }

    private static String path(JsonPath page, String link) {
        return page.getString("_links." + link + ".href");
    }

    private static JsonPath get(String url) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + AuditKeys.AUDITOR)
                .get(url.replace("http://localhost:8080", ""))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
