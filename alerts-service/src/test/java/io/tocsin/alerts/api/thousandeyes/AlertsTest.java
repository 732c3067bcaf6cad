package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.Alerts.anyEventOf;
import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.alerts.AnEvent.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.Severity;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class AlertsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OUTSIDE = "http://localhost:8080";

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    private final String source = "test-" + UUID.randomUUID();

    @BeforeEach
    void noAlertsAtTheStart() {
        alerts.noneAt(START);
    }

    /** §3.2. */
    @Test
    void anActiveAlertIsListedInBothGenerationsOfWords() {
        var rule = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));
        clock.set(START.plusSeconds(90));

        var listed = caller().get("/v7/alerts");

        var id = alerts.of(rule).get(0).getString("id");
        listed.then()
                .statusCode(200)
                .contentType("application/hal+json")
                .body("alerts.id", contains(id))
                .body("alerts[0].alertType", equalTo("event"))
                .body("alerts[0].startDate", equalTo("2026-03-01T12:00:00Z"))
                .body("alerts[0].endDate", nullValue())
                .body("alerts[0].violationCount", equalTo(1))
                .body("alerts[0].duration", equalTo(90))
                .body("alerts[0].suppressed", equalTo(false))
                .body("alerts[0].meta.version", equalTo(1))
                .body("alerts[0].alertState", equalTo("trigger"))
                .body("alerts[0].alertSeverity", equalTo("major"))
                .body("alerts[0].alertRuleId", equalTo(rule))
                .body("alerts[0]._links.self.href", equalTo(OUTSIDE + "/v7/alerts/" + id))
                .body("alerts[0]._links.rule.href", equalTo(OUTSIDE + "/v7/alerts/rules/" + rule))
                .body("alerts[0]._links.appLink.href", notNullValue())
                .body("alerts[0].alertId", equalTo(id))
                .body("alerts[0].dateStart", equalTo("2026-03-01 12:00:00"))
                .body("alerts[0].dateEnd", nullValue())
                .body("alerts[0].ruleId", equalTo(Integer.parseInt(rule)))
                .body("alerts[0].state", equalTo("ACTIVE"))
                .body("alerts[0].severity", equalTo("MAJOR"))
                .body("alerts[0].permalink", containsString(id))
                .body("alerts[0].apiLinks.rel", contains("rule", "self"))
                .body("_links.self.href", equalTo(OUTSIDE + "/v7/alerts"))
                .body("_links.next", nullValue());
    }

    /** §3.3. */
    @Test
    void oneAlertIsToldWithItsSourcesInLowerCase() {
        var rule = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));

        var detail = caller().get("/v7/alerts/" + alerts.of(rule).get(0).getString("id"));

        detail.then().statusCode(200).contentType("application/hal+json");
        assertThat(new JsonObject(detail.asString()).getMap().keySet()).containsExactlyInAnyOrder("id", "alertType",
                "startDate",
                "violationCount", "duration", "suppressed", "meta", "alertState", "alertSeverity", "state", "severity",
                "details", "_links");
        assertThat(new JsonObject(detail.asString()).getJsonArray("details").getJsonObject(0)).isEqualTo(new JsonObject("""
                {"id": "all events", "name": "all events", "type": "event_source", "state": "trigger",
                 "start": {"metrics": "Events: 1"}}"""));
        detail.then().body("state", equalTo("trigger")).body("severity", equalTo("major"));
    }

    @Test
    void anEmptyListIsStillAList() {
        caller().get("/v7/alerts")
                .then()
                .statusCode(200)
                .body("alerts", empty())
                .body("_links.self.href", equalTo(OUTSIDE + "/v7/alerts"));
    }

    /** §3.1: one alert cleared from 12:00 to 12:10, one active since 12:20; now it is 13:00. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-,-,-,-,active",
            "trigger,-,-,-,active",
            "clear,-,-,-,cleared",
            "-,1h,-,-,active cleared",
            "-,45m,-,-,active",
            "-,2700,-,-,active",
            "trigger,45m,-,-,active",
            "trigger,30m,-,-,''",
            "clear,1h,-,-,cleared",
            "clear,45m,-,-,''",
            "-,-,2026-03-01T12:05:00Z,2026-03-01T12:15:00Z,cleared",
            "-,-,2026-03-01T12:15:00Z,2026-03-01T12:18:00Z,''",
            "-,-,2026-03-01T12:55:00Z,-,active",
            "trigger,-,2026-03-01T12:15:00.000000+0000,2026-03-01T14:30:00+02:00,active",
            "clear,-,2026-03-01T12:05:00,2026-03-01T12:15:00Z,cleared" })
    void stateAndRangeSelect(String state, String window, String startDate, String endDate, String expected) {
        var cleared = alerts.rule(anyEventOf(source));
        clock.set(START.plusSeconds(600));
        events.deliver(anEvent().of(source).keyed(source).at(START),
                anEvent().of(source).keyed(source).saying(Severity.SUCCESS).at(START.plusSeconds(600)));
        Alerts.caller().delete("/v7/alerts/rules/" + cleared);
        var active = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START.plusSeconds(1_200)));
        clock.set(START.plusSeconds(3_600));

        var request = caller();
        add(request, "state", state);
        add(request, "window", window);
        add(request, "startDate", startDate);
        add(request, "endDate", endDate);
        var listed = request.get("/v7/alerts").jsonPath().getList("alerts.alertRuleId", String.class);

        assertThat(listed).isEqualTo(List.of(expected.split(" "))
                .stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("active") ? active : cleared)
                .toList());
    }

    /** §1.6. */
    @Test
    void pagesHoldEachAlertOnceTheLatestFirst() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            var rule = alerts.rule(anyEventOf(source));
            events.deliver(anEvent().of(source).at(START.plusSeconds(i / 3)));
            expected.add(0, alerts.of(rule).get(0).getString("id"));
            Alerts.caller().delete("/v7/alerts/rules/" + rule);
        }
        clock.set(START.plusSeconds(60));

        var seen = new ArrayList<String>();
        var url = "/v7/alerts?window=1h&state=clear&max=3&aid=11&futureParameter=1";
        for (var page = page(url); page != null; page = next(page)) {
            seen.addAll(page.getList("alerts.id"));
            clock.set(clock.instant().plusSeconds(3_600));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).hasSize(7);
        assertThat(seen.subList(0, 1)).isEqualTo(expected.subList(0, 1));
    }

    @Test
    void theNextPageIsAskedForWithAllTheFormerParameters() {
        for (int i = 0; i < 2; i++) {
            alerts.rule(anyEventOf(source));
        }
        events.deliver(anEvent().of(source).at(START));

        var next = caller().get("/v7/alerts?max=1&window=2h&aid=11").jsonPath().getString("_links.next.href");

        assertThat(next).startsWith(OUTSIDE + "/v7/alerts?")
                .contains("max=1", "window=2h", "aid=11")
                .containsPattern("[?&]cursor=[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "window=1y | window",
            "window=1h&startDate=2026-03-01T12:00:00Z | window",
            "endDate=2026-03-01T12:00:00Z | startDate",
            "startDate=yesterday | startDate",
            "startDate=2026-03-01T12:00:00Z&endDate=2026-03-01T11:00:00Z | startDate",
            "state=ACTIVE | state",
            "max=many | max",
            "max=-1 | max",
            "cursor=nonsense | cursor",
            "cursor=AAAA | cursor" })
    void whatCannotBeReadIsNamed(String query, String field) {
        caller().get("/v7/alerts?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("instance", equalTo("/v7/alerts"))
                .body("errors.field", contains(field));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        for (int i = 0; i < 2; i++) {
            alerts.rule(anyEventOf(source));
        }
        events.deliver(anEvent().of(source).at(START));
        var next = caller().get("/v7/alerts?max=1").jsonPath().getString("_links.next.href");
        var cursor = next.substring(next.indexOf("cursor=") + 7);

        caller().get("/v7/alerts?state=clear&cursor=" + cursor).then().statusCode(400);
        caller().get("/v7/alerts?aid=12&cursor=" + cursor).then().statusCode(400);
        caller(TestSetUp.OTHER_ORGANIZATION).get("/v7/alerts?cursor=" + cursor).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "1000000", "999999999" })
    void aPageSizeOutOfBoundsIsBroughtInto(String max) {
        caller().get("/v7/alerts?max=" + max).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "7c32734e-ba62-40cb-90f6-b99e43d5649f", "7", "nonsense" })
    void anUnknownAlertIsNotFound(String id) {
        caller().get("/v7/alerts/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @Test
    void alertsOfOtherScopesAreOutOfReach() {
        var rule = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));
        var id = alerts.of(rule).get(0).getString("id");

        caller().get("/v7/alerts?aid=12").then().statusCode(200).body("alerts.id", not(hasItem(id)));
        caller().get("/v7/alerts/" + id + "?aid=12").then().statusCode(404);
        caller(TestSetUp.OTHER_ORGANIZATION).get("/v7/alerts").then().statusCode(200).body("alerts", empty());
        caller(TestSetUp.OTHER_ORGANIZATION).get("/v7/alerts/" + id).then().statusCode(404);
        caller().get("/v7/alerts?aid=99").then().statusCode(403);
        caller(TestSetUp.NOTHING).get("/v7/alerts").then().statusCode(403);
        caller(TestSetUp.NOTHING).get("/v7/alerts/" + id).then().statusCode(403);
        caller("nobody").get("/v7/alerts").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void jsonIsAnsweredWhateverTheCallerAccepts() {
        caller().accept("text/html").get("/v7/alerts").then().statusCode(200).contentType("application/hal+json");
    }

    private static JsonPath page(String url) {
        var page = caller().urlEncodingEnabled(false).get(url);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.jsonPath();
    }

    private static JsonPath next(JsonPath page) {
        var next = page.getString("_links.next.href");
        return next == null ? null : page(next.substring(OUTSIDE.length()));
    }

    private static void add(RequestSpecification request, String name, String value) {
        if (value != null) {
            request.queryParam(name, value);
        }
    }
}
