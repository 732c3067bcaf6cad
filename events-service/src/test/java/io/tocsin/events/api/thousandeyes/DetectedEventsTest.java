package io.tocsin.events.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static io.tocsin.events.TestKeys.OTHER_ORGANIZATION;
import static io.tocsin.events.TestKeys.TWO_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** {@code GET /v7/events} and what is below it, as ThousandEyes' clients read it (wire/thousandeyes.md §2). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DetectedEventsTest {

    private static final String EVENTS = "/v7/events";
    private static final String OUTSIDE = "http://localhost:8080";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String THAT_DAY = "?startDate=2026-03-01T00:00:00Z&endDate=2026-03-02T00:00:00Z";

    @Inject
    TestDatabase database;

    @BeforeEach
    void testsAndAgentsAreKnown() {
        nothingIsLeft();
        database.execute("""
                insert into test values ('acme', '11', '817', 'HTTP_SERVER', 'shop', 60, '9', 'www.example.com:443', now(), now()),
                                        ('acme', '11', '818', 'DNS_TRACE', 'names', 60, null, 'example.com', now(), now())
                """);
        database.execute("""
                insert into source values
                    ('acme', '11', 'AGENT', '3', 'Oslo', 'cloud', 'Oslo, Norway', 'NO', 'Example (AS 64500)', now(), now()),
                    ('acme', '11', 'AGENT', '4', 'Rome', 'unheard-of', null, 'IT', null, now(), now())
                """);
    }

    @AfterEach
    void nothingIsLeft() {
        database.execute("delete from detected_event");
        database.execute("delete from test where id in ('817', '818')");
        database.execute("delete from source where id in ('3', '4')");
    }

    @Test
    void aListTellsWhatIsCountedInTheOrganizationAndInTheAccountGroup() {
        var event = shop().storedIn(database);

        list(THAT_DAY).statusCode(200)
                .contentType("application/hal+json")
                .body("aid", equalTo("11"))
                .body("startDate", equalTo("2026-03-01T00:00:00Z"))
                .body("endDate", equalTo("2026-03-02T00:00:00Z"))
                .body("_links.self.href", equalTo(OUTSIDE + EVENTS + THAT_DAY))
                .body("_links", not(hasKey("next")))
                .body("events", hasSize(1))
                .body("events[0].id", equalTo(event.id().toString()))
                .body("events[0].typeName", equalTo("Server Issue"))
                .body("events[0].type", equalTo("target"))
                .body("events[0].state", equalTo("active"))
                .body("events[0].startDate", equalTo("2026-03-01T12:00:00Z"))
                .body("events[0]", not(hasKey("endDate")))
                .body("events[0].severity", equalTo("medium"))
                .body("events[0].title", equalTo("Affecting www.example.com"))
                .body("events[0].affectedTests.total", equalTo(3))
                .body("events[0].affectedTests.inAccountGroup", equalTo(2))
                .body("events[0].affectedTargets.total", equalTo(2))
                .body("events[0].affectedTargets.inAccountGroup", equalTo(2))
                .body("events[0].affectedAgents.total", equalTo(3))
                .body("events[0].affectedAgents.inAccountGroup", equalTo(2))
                .body("events[0].agentType", equalTo("cloud-enterprise-agent"))
                .body("events[0]._links.self.href", equalTo(OUTSIDE + EVENTS + "/" + event.id()));
    }

    @Test
    void aDetailNamesWhatTheAccountGroupMaySeeAndNothingElse() {
        var event = shop().ended(NOON.plusSeconds(600)).storedIn(database);

        get(ALL, "/" + event.id()).statusCode(200)
                .body("id", equalTo(event.id().toString()))
                .body("aid", equalTo("11"))
                .body("type", equalTo("target"))
                .body("state", equalTo("resolved"))
                .body("endDate", equalTo("2026-03-01T12:10:00Z"))
                .body("summary", equalTo("Significant number of issues detected with the server www.example.com"))
                .body("cause", contains("Server errors", "Network Loss and/or High RTT"))
                .body("grouping", equalTo(Map.of("target", "www.example.com")))
                .body("affectedTests.total", equalTo(3))
                .body("affectedTests.inAccountGroup", equalTo(2))
                .body("affectedTests.tests.testId", contains("817", "818"))
                .body("affectedTests.tests[0].testType", equalTo("http-server"))
                .body("affectedTests.tests[0].name", equalTo("shop"))
                .body("affectedTests.tests[0].affectedTargetIds", contains("9"))
                .body("affectedTests.tests[0].affectedAgentIds", contains("3", "4"))
                .body("affectedTests.tests[0]._links.test.href", equalTo(OUTSIDE + "/v7/tests/817"))
                .body("affectedTargets.targets.serverId", contains("9", "example.com"))
                .body("affectedTargets.targets.name", contains("www.example.com", "example.com"))
                .body("affectedTargets.targets[0].affectedTestIds", contains("817"))
                .body("affectedTargets.targets[0].affectedAgentIds", contains("3", "4"))
                .body("affectedAgents.total", equalTo(3))
                .body("affectedAgents.agents.agentId", containsInAnyOrder("3", "4"))
                .body("affectedAgents.agents.find { it.agentId == '3' }.type", equalTo("cloud"))
                .body("affectedAgents.agents.find { it.agentId == '4' }.type", equalTo("enterprise"))
                .body("affectedAgents.agents[0].name", equalTo("Oslo"))
                .body("affectedAgents.agents[0].location", equalTo("Oslo, Norway"))
                .body("affectedAgents.agents[0].countryCode", equalTo("NO"))
                .body("affectedAgents.agents[0].affectedTargetIds", contains("9", "example.com"))
                .body("affectedAgents.agents[0].affectedTestIds", contains("817", "818"))
                .body("affectedAgents.agents[0]._links.agent.href", equalTo(OUTSIDE + "/v7/agents/3"))
                .body("_links.self.href", equalTo(OUTSIDE + EVENTS + "/" + event.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AGENT_LOCAL    | 3              | agent-local    | Local Agent Issue  | {"agentId":"3"}
            DNS            | example.com    | dns            | DNS Issue          | {"rootDomain":"example.com"}
            NETWORK        | 64500 NO 64510 | network        | Network Path Issue | {"sourceAsn":64500,"destAsn":64510,"sourceCountryCode":"NO"}
            NETWORK_POP    | 64500 NO       | network-pop    | Network Outage     | {"sourceAsn":64500,"sourceCountryCode":"NO"}
            PROXY          | proxy.acme:80  | proxy          | Proxy Issue        | {"proxy":"proxy.acme:80"}
            TARGET         | a.example.com  | target         | Server Issue       | {"target":"a.example.com"}
            TARGET_NETWORK | 192.0.2.0/24   | target-network | Network Issue      | {"prefix":"192.0.2.0/24"}
            """)
    void eachOfTheSevenTypesHasItsGrouping(String stored, String component, String type, String name, String grouping) {
        var event = StoredEvent.of(stored, component).began(NOON).touching("11", "817", "3", "x").storedIn(database);

        var detail = get(ALL, "/" + event.id()).statusCode(200)
                .body("type", equalTo(type))
                .body("typeName", equalTo(name))
                .extract()
                .asString();
        assertThat(detail).contains("\"grouping\":" + grouping);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AGENT_LOCAL | 3                      | agent Oslo                                    | the agent Oslo
            AGENT_LOCAL | unheard-of             | agent unheard-of                              | the agent unheard-of
            NETWORK_POP | 64500 NO               | AS 64500 in NO                                | the network AS 64500 in NO
            NETWORK     | 64500 NO 64510         | the path from AS 64500 in NO to AS 64510      | the path AS 64500 in NO to AS 64510
            NETWORK     | 64500  64510           | the path from AS 64500 to AS 64510            | the path AS 64500 to AS 64510
            NETWORK_POP | 64500 United States    | AS 64500 in United States                     | the network AS 64500 in United States
            PROXY       | proxy.acme:80          | destinations behind proxy.acme:80             | the proxy proxy.acme:80
            """)
    void aTitleAndASummaryNameTheComponentAsPeopleDo(String stored, String component, String title, String summary) {
        var event = StoredEvent.of(stored, component).began(NOON).touching("11", "817", "3", "x").storedIn(database);

        list(THAT_DAY).body("events.title", contains("Affecting " + title));
        get(ALL, "/" + event.id()).body("summary", equalTo("Significant number of issues detected with " + summary));
    }

    @Test
    void aNetworkOfWhichNotAllIsKnownIsRead() {
        var nowhere = StoredEvent.of("NETWORK_POP", "64500 ").began(NOON).touching("11", "817", "3", "x").storedIn(database);
        var large = StoredEvent.of("NETWORK", "4200000000 NO 64510")
                .began(NOON)
                .touching("11", "1", "3", "x")
                .storedIn(database);

        assertThat(get(ALL, "/" + nowhere.id()).statusCode(200).extract().<Map<String, Object>>path("grouping"))
                .isEqualTo(Map.of("sourceAsn", 64500));
        assertThat(get(ALL, "/" + large.id()).statusCode(200)
                .body("summary", containsString("AS 4200000000 in NO"))
                .extract()
                .<Map<String, Object>>path("grouping"))
                .isEqualTo(Map.of("sourceCountryCode", "NO", "destAsn", 64510));
    }

    @Test
    void pagesHoldEachEventOnceTheLatestStartFirst() {
        IntStream.range(0, 7)
                .forEach(n -> StoredEvent.of("TARGET", "t" + n)
                        .began(NOON.plusSeconds(60L * (n / 2)))
                        .touching("11", "817", "3", "t" + n)
                        .storedIn(database));

        var starts = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var url = EVENTS + THAT_DAY + "&max=2";
        while (url != null) {
            var page = call(ALL).get(url).then().statusCode(200).extract().jsonPath();
            starts.addAll(page.getList("events.startDate"));
            ids.addAll(page.getList("events.id"));
            assertThat(page.<String>getList("events.id")).hasSizeLessThanOrEqualTo(2);
            var next = page.getString("_links.next.href");
            assertThat(next == null || next.contains("max=2") && next.contains("startDate=")).isTrue();
            url = next == null ? null : next.substring(OUTSIDE.length());
        }

        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(starts).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({ "'', lasting over recent", "&ongoing=true, recent", "&ongoing=false, over" })
    void ongoingSelectsActiveEventsWhichBeganInTheRange(String parameter, String found) {
        stored("lasting", NOON.minusSeconds(86_400));
        stored("recent", NOON);
        StoredEvent.of("TARGET", "over")
                .began(NOON.minusSeconds(86_400))
                .ended(NOON)
                .touching("11", "1", "3", "over")
                .storedIn(
                        database);
        StoredEvent.of("TARGET", "gone").began(NOON).in("WITHDRAWN").touching("11", "1", "3", "gone").storedIn(database);
        StoredEvent.of("TARGET", "part").began(NOON).in("MERGED").touching("11", "1", "3", "part").storedIn(database);

        list(THAT_DAY + parameter).body("events.title", containsInAnyOrder(List.of(found.split(" "))
                .stream()
                .map(name -> "Affecting " + name)
                .toArray()));
    }

    @Test
    void whatIsNotInTheRangeIsNotListed() {
        stored("later", NOON.plusSeconds(86_400));
        StoredEvent.of("TARGET", "before")
                .began(NOON.minusSeconds(90_000))
                .ended(NOON.minusSeconds(86_400))
                .touching("11",
                        "1", "3", "before")
                .storedIn(database);

        list(THAT_DAY).statusCode(200).body("events", empty()).body("_links", hasKey("self"));
    }

    @Test
    void anEventIsSeenInTheAccountGroupsWhichItTouches() {
        var event = shop().storedIn(database);

        get(OTHER_GROUP, "/" + event.id()).statusCode(200)
                .body("affectedTests.total", equalTo(3))
                .body("affectedTests.tests.testId", contains("900"))
                .body("affectedTests.tests[0]", not(hasKey("name")))
                .body("affectedAgents.agents.agentId", contains("5"));
        get(TWO_GROUPS, "/" + event.id() + "?aid=13").statusCode(404);
        get(OTHER_ORGANIZATION, "/" + event.id()).statusCode(404);
        get(TWO_GROUPS, THAT_DAY + "&aid=13").statusCode(200).body("aid", equalTo("13")).body("events", empty());
        get(INGEST_ONLY, THAT_DAY).statusCode(403);
        get(INGEST_ONLY, "/" + event.id()).statusCode(403);
        get(INGEST_ONLY, "/" + event.id() + "/evidence").statusCode(403);
        get(ALL, THAT_DAY + "&aid=99").statusCode(403).contentType("application/problem+json");
        get("nobody", THAT_DAY).statusCode(401).body("error", equalTo("invalid_token"));
    }

    @Test
    void linksKeepTheAccountGroupOfTheCall() {
        var event = StoredEvent.of("TARGET", "x").began(NOON).touching("13", "817", "3", "x").storedIn(database);

        get(TWO_GROUPS, "/" + event.id() + "?aid=13").statusCode(200)
                .body("_links.self.href", equalTo(OUTSIDE + EVENTS + "/" + event.id() + "?aid=13"))
                .body("affectedTests.tests[0]._links.test.href", equalTo(OUTSIDE + "/v7/tests/817?aid=13"));
    }

    @ParameterizedTest
    @CsvSource({ "'', window", "?window=1y, window", "?endDate=2026-03-01T00:00:00Z, startDate",
            "?window=1h&startDate=2026-03-01T00:00:00Z, window", "?startDate=yesterday, startDate",
            "?startDate=2026-03-02T00:00:00Z&endDate=2026-03-01T00:00:00Z, startDate", "?window=1h&ongoing=maybe, ongoing",
            "?window=1h&max=many, max", "?window=1h&cursor=nonsense, cursor" })
    void whatCannotBeReadIsNamed(String query, String field) {
        list(query).statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field))
                .body("errors[0]", hasEntry(equalTo("message"), not(anEmptyMap())));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        stored("a", NOON);
        stored("b", NOON);
        var next = list(THAT_DAY + "&max=1").extract().jsonPath().getString("_links.next.href");
        var cursor = next.replaceAll(".*cursor=", "");

        get(ALL, "?window=1h&cursor=" + cursor).statusCode(200).body("events", hasSize(1));
        get(ALL, "?window=1h&ongoing=true&cursor=" + cursor).statusCode(400);
        get(TWO_GROUPS, "?window=1h&aid=13&cursor=" + cursor).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nonsense", "/00000000-0000-4000-8000-000000000000", "/nonsense/evidence",
            "/00000000-0000-4000-8000-000000000000/evidence", "/1/2" })
    void whatIsUnknownIsNotFound(String path) {
        get(ALL, path).statusCode(404).contentType("application/problem+json").body("status", equalTo(404));
    }

    @Test
    void whatWasTakenBackIsOverForWhoeverHasItsLink() {
        var event = StoredEvent.of("TARGET", "x").began(NOON).in("WITHDRAWN").touching("11", "1", "3", "x").storedIn(database);

        get(ALL, "/" + event.id()).statusCode(200)
                .body("state", equalTo("resolved"))
                .body("endDate", equalTo("2026-03-01T12:01:30Z"));
    }

    @Test
    void theEvidenceHasSeriesBaselineFiguresAndRejectedCandidates() {
        var event = shop().storedIn(database);

        get(ALL, "/" + event.id() + "/evidence").statusCode(200)
                .contentType("application/hal+json")
                .body("id", equalTo(event.id().toString()))
                .body("grouping.target", equalTo("www.example.com"))
                .body("detectedDate", equalTo("2026-03-01T12:00:00Z"))
                .body("statistic.test", equalTo("Shiryaev-Roberts"))
                .body("statistic.logOdds", equalTo(58.2f))
                .body("statistic.threshold", equalTo(16.1f))
                .body("statistic.because", matchesPattern(".*10\\^25\\.3 times.*10\\^7\\.0 was needed\\."))
                .body("phases", hasEntry("server", 7))
                .body("series[0].date", equalTo("2025-02-19T21:20:00Z"))
                .body("series[0].failureRate", equalTo(0.75f))
                .body("series[0].baseline", equalTo(0.005f))
                .body("series[1].rounds", equalTo(0))
                .body("series[1]", not(hasKey("failureRate")))
                .body("rejected.type", contains("dns", "agent-local", "network"))
                .body("rejected[0].grouping.rootDomain", equalTo("example.com"))
                .body("rejected[0].worseBy", equalTo(12.5f))
                .body("rejected[0].because", equalTo("It explains the failures 10^5.4 times less well."))
                .body("summary", equalTo("Significant number of issues detected with the server www.example.com"))
                .body("rejected[1]", not(hasKey("grouping")))
                .body("rejected[2].grouping.destAsn", equalTo(64510))
                .body("_links.self.href", equalTo(OUTSIDE + EVENTS + "/" + event.id() + "/evidence"));
    }

    /** Of three tests of two account groups, seen by three agents. */
    private static StoredEvent shop() {
        return StoredEvent.of("TARGET", "www.example.com")
                .began(NOON)
                .touching("11", "817", "3", "www.example.com")
                .touching("11", "817", "4", "www.example.com")
                .touching("11", "818", "3", "example.com")
                .touching("12", "900", "5", "www.example.com");
    }

    private void stored(String target, Instant began) {
        StoredEvent.of("TARGET", target).began(began).touching("11", "817", "3", target).storedIn(database);
    }

    private static ValidatableResponse list(String query) {
        return get(ALL, query);
    }

    private static ValidatableResponse get(String key, String path) {
        return call(key).get(EVENTS + path).then();
    }

    private static RequestSpecification call(String key) {
        return given().header("Authorization", "Bearer " + key).urlEncodingEnabled(false);
    }
}
