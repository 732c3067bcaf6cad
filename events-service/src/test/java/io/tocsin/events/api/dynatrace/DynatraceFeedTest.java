package io.tocsin.events.api.dynatrace;

import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.FEED;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.aPush;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.anEntity;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.feed;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.push;
import static io.tocsin.events.api.dynatrace.DynatraceCalls.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** wire/dynatrace.md §2. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DynatraceFeedTest {

    private final String entity = anEntity("HOST");
    private final long now = Instant.now().toEpochMilli();

    @Test
    void theNewestStartComesFirst() {
        lasting(20, 10, "old");
        lasting(5, 5, "new");

        var page = feed("entityId", entity);

        page.then()
                .statusCode(200)
                .contentType("application/json")
                .body("events.description", contains("new", "old"))
                .body("totalEventCount", equalTo(2))
                .body("nextCursor", nullValue())
                .body("nextEventId", nullValue())
                .body("nextEventStartTms", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 | 25 | ''
            30 | 20 | long
            30 | 15 | long
            18 | 15 | long
            15 | 8  | long,short
            10 | 0  | long,short
            9  | 9  | long,short
            4  | 3  | ''
            """)
    void anEventCountsWhichLiesInTheWindowWithAnyPartOfIt(long from, long to, String expected) {
        lasting(20, 5, "long");
        lasting(10, 9, "short");

        var page = feed("entityId", entity, "from", ago(from), "to", ago(to));

        assertThat(page.jsonPath().getList("events.description", String.class))
                .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(","));
    }

    @Test
    void theWindowIsTheLastThirtyDaysUnlessItIsGiven() {
        var page = feed().jsonPath();

        assertThat(page.getLong("to")).isCloseTo(now, within(60_000L));
        assertThat(page.getLong("to") - page.getLong("from")).isEqualTo(Duration.ofDays(30).toMillis());
    }

    @ParameterizedTest
    @CsvSource({ "min,PT1M", "5mins,PT5M", "10mins,PT10M", "15mins,PT15M", "30mins,PT30M", "hour,PT1H", "2hours,PT2H",
            "6hours,PT6H", "day,P1D", "3days,P3D", "week,P7D", "month,P30D" })
    void aRelativeTimeReachesBackFromNowAndWins(String word, Duration back) {
        var page = feed("relativeTime", word, "from", "1", "to", "2").jsonPath();

        assertThat(page.getLong("to")).isCloseTo(now, within(60_000L));
        assertThat(page.getLong("to") - page.getLong("from")).isEqualTo(back.toMillis());
    }

    @ParameterizedTest
    @CsvSource({ "CUSTOM_INFO,1", "RESOURCE_CONTENTION,1", "ERROR_EVENT,0", "SLOW_DISK,0" })
    void theFeedIsFilteredByType(String type, int found) {
        push(aPush("CUSTOM_INFO", entity));
        push(aPush("RESOURCE_CONTENTION", entity));

        var page = feed("entityId", entity, "eventType", type).jsonPath();

        assertThat(page.getInt("totalEventCount")).isEqualTo(found);
        assertThat(page.getList("events.eventType")).hasSize(found).allMatch(type::equals);
    }

    @Test
    void anEntityNobodyKnowsHasNoEvents() {
        feed("entityId", anEntity("HOST")).then()
                .statusCode(200)
                .body("events", empty())
                .body("totalEventCount", equalTo(0));
    }

    @Test
    void theCursorLeadsToTheEndAndCarriesTheQuestion() {
        var entities = new ArrayList<String>();
        for (int n = 0; n < 400; n++) {
            entities.add(anEntity("HOST"));
        }
        push(aPush("CUSTOM_INFO", String.join("\", \"", entities)).replace("Acme CI", entity)).then().statusCode(200);
        var question = new String[]{ "eventType", "CUSTOM_INFO", "from", ago(1) };

        var ids = new ArrayList<Long>();
        var page = feed(question).jsonPath();
        var total = page.getInt("totalEventCount");
        while (page.getString("nextCursor") != null) {
            ids.addAll(page.getList("events.eventId", Long.class));
            var next = feed("cursor", page.getString("nextCursor"), "eventType", "ERROR_EVENT").jsonPath();
            assertThat(next.getInt("totalEventCount")).isEqualTo(total);
            assertThat(next.getLong("from")).isEqualTo(page.getLong("from"));
            assertThat(next.getLong("events[0].eventId")).isEqualTo(page.getLong("nextEventId"));
            assertThat(next.getLong("events[0].startTime")).isEqualTo(page.getLong("nextEventStartTms"));
            assertThat(page.getList("events")).hasSize(150);
            page = next;
        }
        ids.addAll(page.getList("events.eventId", Long.class));

        assertThat(total).isGreaterThanOrEqualTo(400);
        assertThat(ids).hasSize(total).doesNotHaveDuplicates();
    }

    @Test
    void aCursorOfAnotherEnvironmentIsRefused() {
        var entities = new ArrayList<String>();
        for (int n = 0; n < 151; n++) {
            entities.add(anEntity("HOST"));
        }
        push(aPush("CUSTOM_INFO", String.join("\", \"", entities)));
        var cursor = feed().jsonPath().getString("nextCursor");

        var answer = token(OTHER_GROUP).queryParam("cursor", cursor).get(FEED);

        answer.then().statusCode(400).body("error.constraintViolations.path", contains("cursor"));
    }

    @ParameterizedTest
    @CsvSource({ "from,yesterday", "from,now-2h", "to,1.5", "from,9999999999999999999", "relativeTime,year",
            "relativeTime,HOUR",
            "eventType,FOO", "eventType,custom_info", "cursor,x", "cursor,a.b.c.d", "from,99999999999999", "from,1" })
    void aParameterWhichCannotBeReadIsNamed(String parameter, String value) {
        feed(parameter, value).then()
                .statusCode(400)
                .body("error.code", equalTo(400))
                .body("error.message", equalTo("Constraints violated."))
                .body("error.constraintViolations.path", contains(parameter))
                .body("error.constraintViolations.parameterLocation", contains("QUERY"))
                .body("error.constraintViolations[0].location", nullValue());
    }

    @Test
    void emptyParametersAreNone() {
        feed("from", "", "to", "", "relativeTime", "", "eventType", "", "entityId", "", "cursor", "").then().statusCode(200);
    }

    private void lasting(long fromMinutesAgo, long toMinutesAgo, String description) {
        push("""
                {"eventType": "CUSTOM_INFO", "source": "ci", "description": "%s", "attachRules": {"entityIds": ["%s"]},
                 "start": %s, "end": %s}""".formatted(description, entity, ago(fromMinutesAgo), ago(toMinutesAgo)))
                .then()
                .statusCode(200);
    }

    private String ago(long minutes) {
        return Long.toString(now - Duration.ofMinutes(minutes).toMillis());
    }
}
