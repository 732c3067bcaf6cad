package io.tocsin.alerts.api.thousandeyes.v6;

import static io.restassured.RestAssured.given;
import static io.tocsin.alerts.Alerts.anyEventOf;
import static io.tocsin.alerts.Alerts.caller;
import static io.tocsin.alerts.AnEvent.anEvent;
import static io.tocsin.test.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.EventsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.model.Severity;
import io.tocsin.test.PostgresResource;
import io.vertx.mutiny.sqlclient.Pool;

/** wire/thousandeyes.md §6.1, §6.3 and §6.4. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class V6AlertsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OUTSIDE = "http://localhost:8080";

    @Inject
    EventsService events;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    @Inject
    Pool pool;

    private final String source = "test-" + UUID.randomUUID();

    @BeforeEach
    void noAlertsAtTheStart() {
        alerts.noneAt(START);
    }

    @Test
    void anAlertHasANumberAndAllThatTheSeedHad() {
        var rule = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));

        var listed = given().auth().preemptive().basic("ann@example.com", TestSetUp.ALL).get("/alerts.json");

        var number = listed.jsonPath().getLong("alert[0].alertId");
        listed.then()
                .statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .header("X-Organization-Rate-Limit-Limit", notNullValue())
                .header("X-Organization-Rate-Limit-Remaining", notNullValue())
                .header("X-Organization-Rate-Limit-Reset", notNullValue())
                .body("alert.size()", equalTo(1))
                .body("alert[0].ruleId", equalTo(Integer.parseInt(rule)))
                .body("alert[0].ruleName", equalTo("rule of a test"))
                .body("alert[0].ruleExpression", equalTo(anyEventOf(source)))
                .body("alert[0].active", equalTo(1))
                .body("alert[0].dateStart", equalTo("2026-03-01 12:00:00"))
                .body("alert[0].dateEnd", nullValue())
                .body("alert[0].violationCount", equalTo(1))
                .body("alert[0].type", equalTo("Event"))
                .body("alert[0].severity", equalTo("MAJOR"))
                .body("alert[0].suppressed", equalTo(0))
                .body("alert[0].metadata.version", equalTo(1))
                .body("alert[0].permalink", equalTo(OUTSIDE + "/v6/alerts/" + number + ".json"))
                .body("alert[0].agents[0].agentName", equalTo("all events"))
                .body("alert[0].agents[0].active", equalTo(1))
                .body("alert[0].agents[0].dateStart", equalTo("2026-03-01 12:00:00"))
                .body("alert[0].agents[0].metricsAtStart", equalTo("Events: 1"))
                .body("alert[0].agents[0].metricsAtEnd", nullValue())
                .body("alert[0].monitors", nullValue())
                .body("alert[0].apiLinks.rel", contains("rule", "self"))
                .body("from", nullValue())
                .body("pages.current", equalTo(1))
                .body("pages.next", nullValue());
    }

    @Test
    void anAlertIsFoundByItsNumberAndByItsUuid() {
        var rule = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));
        var number = caller().get("/alerts").jsonPath().getLong("alert[0].alertId");
        var uuid = alerts.of(rule).get(0).getString("id");

        caller().get("/v6/alerts/" + number + ".json")
                .then()
                .body("alert.alertId", contains((int) number))
                .body("pages", nullValue());
        caller().get("/alerts/" + uuid).then().body("alert.alertId", contains((int) number));
    }

    /** §4.5 (6). */
    @Test
    void alertsOfARuleWhichWentAreDisabledAndClearedOnesAreNot() {
        alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).keyed(source).at(START),
                anEvent().of(source).keyed(source).saying(Severity.SUCCESS).at(START.plusSeconds(60)));
        var gone = alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START.plusSeconds(120)));
        clock.set(START.plusSeconds(180));
        caller().delete("/v7/alerts/rules/" + gone);

        var listed = caller().get("/alerts?window=1h").jsonPath();

        assertThat(listed.getList("alert.findAll { it.ruleId == " + gone + " }.active")).containsExactly(2);
        assertThat(listed.getList("alert.findAll { it.ruleId == " + gone + " }.agents[0].active")).containsExactly(2);
        assertThat(listed.getList("alert.findAll { it.ruleId == " + gone + " }.ruleName")).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alerts", "/alerts.json", "/v6/alerts", "/v6/alerts.json", "/v5/alerts.json", "/v4/alerts",
            "/alerts?format=json", "/alerts.json?format=xml", "/alerts?format=yaml" })
    void everySpellingIsJson(String path) {
        caller().accept("*/*").get(path).then().statusCode(200).contentType("application/json;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({ "/alerts.xml,*/*", "/v6/alerts.xml,application/json", "/alerts,text/xml", "/v5/alerts,application/xml",
            "/alerts?format=xml,*/*", "/alerts?format=json,text/xml", "/alerts/7.xml,*/*", "/alert-rules.xml,*/*",
            "/v6/status.xml,*/*" })
    void theSuffixCountsMoreThanAcceptAndAcceptMoreThanTheFormat(String path, String accept) {
        var answer = caller().accept(accept).get(path);

        answer.then().statusCode(200).contentType("text/xml;charset=UTF-8");
        V6Schema.validate(answer.asString());
    }

    @Test
    void theXmlSaysWhatTheJsonSays() {
        alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));

        var xml = caller().get("/alerts.xml?window=1h");

        V6Schema.validate(xml.asString());
        var json = caller().get("/alerts.json?window=1h").jsonPath();
        assertThat(xml.xmlPath().getString("alerts.alert.alertId")).isEqualTo(json.getString("alert[0].alertId"));
        assertThat(xml.xmlPath().getString("alerts.alert.ruleExpression")).isEqualTo(json.getString("alert[0].ruleExpression"));
        assertThat(xml.xmlPath().getString("alerts.alert.agents.metricsAtStart")).isEqualTo("Events: 1");
        assertThat(xml.xmlPath().getString("alerts.from")).isEqualTo(json.getString("from")).isEqualTo("2026-03-01 11:00:00");
        assertThat(xml.xmlPath().getString("alerts.pages.current")).isEqualTo("1");
    }

    /** As evaluation of test results writes them. */
    @Test
    void alertsOfTestResultsNameTheirTestAndTheirAgents() {
        insert("dns-server", "822", "12", "Hong \u0001 Kong");

        var json = caller().get("/alerts");
        var xml = caller().get("/alerts.xml");

        json.then()
                .body("alert[0].testId", equalTo(822))
                .body("alert[0].testName", equalTo("Shop"))
                .body("alert[0].type", equalTo("DNS Server"))
                .body("alert[0].serverId", equalTo(9))
                .body("alert[0].serverName", equalTo("ns.example.com"))
                .body("alert[0].agents[0].agentId", equalTo(12))
                .body("alert[0].agents[0].metricsAtStart", equalTo("Error: \"x\""))
                .body("alert[0].apiLinks.rel", contains("related", "data", "rule", "self"));
        V6Schema.validate(xml.asString());
        assertThat(xml.asString()).contains("<agentName>Hong \uFFFD Kong</agentName>");
    }

    @Test
    void alertsOfBgpHaveMonitorsInPlaceOfAgents() {
        insert("bgp", "822", "58", "Route views");

        var json = caller().get("/alerts");

        json.then()
                .body("alert[0].agents", nullValue())
                .body("alert[0].monitors[0].monitorId", equalTo(58))
                .body("alert[0].monitors[0].monitorName", equalTo("Route views"));
        V6Schema.validate(caller().get("/alerts.xml").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "999999999", "nonsense", "7c32734e-ba62-40cb-90f6-b99e43d5649f", "99999999999999999999999" })
    void anUnknownAlertIsAnEmptyList(String id) {
        caller().get("/alerts/" + id + ".json").then().statusCode(200).body("alert", empty());
        caller().get("/v6/alerts/" + id).then().statusCode(200).body("alert", empty());
    }

    /** One alert which began at 12:00 and is still active; now it is 13:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "unknown=1|1",
            "window=1h|1",
            "window=60|1",
            "from=2026-03-01 11:00:00|1",
            "from=2026-03-01T11:00:00|1",
            "from=2026-03-01T11:00:00&to=2026-03-01T12:00:00|1",
            "from=2026-03-01T11:00:00&to=2026-03-01T11:59:59|0" })
    void rangesSelect(String query, int count) {
        alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));
        clock.set(START.plusSeconds(3_600));

        caller().get("/alerts?" + query).then().statusCode(200).body("alert.size()", equalTo(count));
    }

    @Test
    void aRangeIsEchoed() {
        caller().get("/alerts?from=2026-03-01 11:00:00&unknown=1")
                .then()
                .body("from", equalTo("2026-03-01 11:00:00"))
                .body("to", equalTo("2026-03-01 12:00:00"));
    }

    @Test
    void pagesHoldEachAlertOnce() {
        await(() -> pool.query("""
                insert into alert (id, organization, account_group, rule_id, alert_type, severity, metric, state, started_at,
                                   started_by, until, until_by, due_at)
                select gen_random_uuid(), 'acme', '11', -n, 'event', 'info', 'Events', 'open',
                       timestamptz '2026-03-01 11:00:00Z' + n / 3 * interval '1 second', 0, 'infinity', 0, 'infinity'
                  from generate_series(1, 250) n
                """).execute());

        var seen = new ArrayList<Integer>();
        var current = new ArrayList<Integer>();
        var url = "/alerts.json?window=2h&aid=11";
        while (url != null) {
            var page = caller().urlEncodingEnabled(false).get(url).jsonPath();
            seen.addAll(page.getList("alert.alertId"));
            current.add(page.getInt("pages.current"));
            var next = page.getString("pages.next");
            assertThat(next == null || next.contains("from=2026-03-01+10%3A00%3A00") && next.contains("aid=11")
                    && !next.contains("window")).isTrue();
            url = next == null ? null : next.substring(OUTSIDE.length());
            clock.set(clock.instant().plusSeconds(7_200));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(250);
        assertThat(current).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "window=1h&from=2026-03-01T11:00:00|window: cannot be combined with from or to",
            "to=2026-03-01T11:00:00|from: is required when to is given",
            "from=yesterday|from: must be a date-time such as 2026-01-31T12:00:00Z",
            "window=1y|window: must be a number followed by s, m, h, d or w, such as 12h",
            "lastRoundId=7|cursor" })
    void whatCannotBeReadIsSaid(String query, String message) {
        caller().get("/alerts.json?" + query)
                .then()
                .statusCode(400)
                .contentType("application/json;charset=UTF-8")
                .body("errorMessage", containsString(message));
        var xml = caller().get("/alerts.xml?" + query);
        xml.then().statusCode(400).contentType("text/xml;charset=UTF-8");
        V6Schema.validate(xml.asString());
    }

    @Test
    void errorsAreV6s() {
        given().get("/alerts.json").then().statusCode(401).body("errorMessage", notNullValue());
        given().auth().preemptive().basic("ann@example.com", "wrong").get("/alerts").then().statusCode(401);
        caller(TestSetUp.NOTHING).get("/alerts").then().statusCode(403).body("errorMessage", notNullValue());
        caller().get("/alerts?aid=99").then().statusCode(403).body("errorMessage", notNullValue());
        caller().get("/alerts/1/2/3.json").then().statusCode(404).body("errorMessage", notNullValue());
        caller().delete("/v6/alerts").then().statusCode(405).body("errorMessage", notNullValue());
        var xml = caller().get("/alerts/1/2/3.xml");
        V6Schema.validate(xml.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "/alerts/.json", "/alerts/%00.json", "/alerts/a%2Fb.xml", "/v6/alerts/%2e%2e/alerts.json",
            "/alerts/1.xml.json",
            "/alerts/%E2%82%AC", "/alerts/1;a=b.json", "/v6/alert-rules/new.json", "/v6/alert-rules/%7B%7D/update", "/v6/",
            "/v6/x.xml",
            "/alerts?window=%00", "/alerts?aid=%00", "/alerts?from=%ED%A0%80", "/alerts?lastRoundId=%F0" })
    void noPathBreaksTheServer(String path) {
        assertThat(caller().urlEncodingEnabled(false).get(path).statusCode()).isBetween(200, 499);
        assertThat(caller().urlEncodingEnabled(false).body("{}").post(path).statusCode()).isBetween(200, 499);
    }

    @Test
    void alertsOfOtherScopesAreOutOfReach() {
        alerts.rule(anyEventOf(source));
        events.deliver(anEvent().of(source).at(START));
        var number = caller().get("/alerts").jsonPath().getLong("alert[0].alertId");

        caller().get("/alerts/" + number + "?aid=12").then().body("alert", empty());
        caller(TestSetUp.OTHER_ORGANIZATION).get("/alerts/" + number).then().body("alert", empty());
        caller(TestSetUp.OTHER_ORGANIZATION).get("/alerts").then().body("alert", empty());
    }

    @Test
    void theStatusIsTheTime() {
        caller().get("/v6/status").then().statusCode(200).body("timestamp", equalTo(START.toEpochMilli()));
    }

    private void insert(String type, String test, String agent, String name) {
        await(() -> pool.query("""
                with made as (
                    insert into alert (id, organization, account_group, rule_id, alert_type, severity, metric, state, started_at,
                                       started_by, until, until_by, due_at, test_id, test_name, target, target_name)
                    values (gen_random_uuid(), 'acme', '11', -1, '%s', 'info', '', 'open', '2026-03-01 11:00:00Z', 0, 'infinity', 0,
                            'infinity', '%s', 'Shop', '9', 'ns.example.com')
                    returning id)
                insert into alert_source (alert_id, source, started_at, started_by, until, until_by, number_at_start, number_at_end,
                                          name, metrics_at_start, metrics_at_end)
                select id, '%s', '2026-03-01 11:00:00Z', 0, 'infinity', 0, 0, 0, '%s', 'Error: "x"', 'Error: "y"' from made
                """.formatted(type, test, agent, name)).execute());
    }
}
