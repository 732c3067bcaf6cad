package io.tocsin.events.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static io.tocsin.events.TestKeys.ALL;
import static io.tocsin.events.TestKeys.INGEST_ONLY;
import static io.tocsin.events.TestKeys.OTHER_GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tocsin.events.TestKeys;
import io.tocsin.test.PostgresResource;

/** Test results out again (wire/thousandeyes.md §7). */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class ReadResultsTest {

    private static final String RESULTS = "/v7/test-results/";
    private static final String OUTSIDE = "http://localhost:8080";

    private final String test = "t-" + UUID.randomUUID();
    private final long round = Instant.now().getEpochSecond() / 60 * 60 - 600;

    @Test
    void withoutARangeTheLatestRoundIsAnswered() {
        post("agent-to-server", "network", result("1", round, "\"loss\": 20.5, \"avgLatency\": 12, \"jitter\": 1"),
                result("2", round, "\"loss\": 0"), result("1", round - 60, "\"loss\": 0"));

        get(RESULTS + test + "/network").statusCode(200)
                .contentType("application/hal+json")
                .body("test.testId", equalTo(test))
                .body("test.testName", equalTo("Shop"))
                .body("layer", equalTo("network"))
                .body("results.agent.agentId", contains("1", "2"))
                .body("results[0].agent.agentName", equalTo("Oslo"))
                .body("results[0].roundId", equalTo((int) round))
                .body("results[0].startTime", equalTo((int) round))
                .body("results[0].endTime", equalTo((int) round + 60))
                .body("results[0].date", equalTo(Instant.ofEpochSecond(round).toString()))
                .body("results[0].loss", equalTo(20.5f))
                .body("results[0].avgLatency", equalTo(12))
                .body("startDate", nullValue())
                .body("_links.self.href", equalTo(OUTSIDE + RESULTS + test + "/network"))
                .body("_links.next", nullValue());
    }

    @Test
    void aRangeSelectsRounds() {
        post("agent-to-server", "network", result("1", round, "\"loss\": 1"), result("1", round - 60, "\"loss\": 2"),
                result("1", round - 120, "\"loss\": 3"));
        var range = "?startDate=" + Instant.ofEpochSecond(round - 60) + "&endDate=" + Instant.ofEpochSecond(round);

        get(RESULTS + test + "/network" + range).statusCode(200)
                .body("results.loss", contains(1, 2))
                .body("startDate", equalTo(Instant.ofEpochSecond(round - 60).toString()))
                .body("endDate", equalTo(Instant.ofEpochSecond(round).toString()));
        get(RESULTS + test + "/network?window=1h").body("results.loss", contains(1, 2, 3));
        get(RESULTS + test + "/network?window=1s").body("results", empty());
    }

    @Test
    void pagesHoldEachResultOnceTheLatestFirst() {
        var results = IntStream.range(0, 450)
                .mapToObj(n -> result("" + n % 90, round - 60 * (n / 90), "\"loss\": 1"))
                .toArray(String[]::new);
        post("agent-to-server", "network", results);

        var seen = new ArrayList<String>();
        var url = RESULTS + test + "/network?window=1d";
        while (url != null) {
            var page = get(url).statusCode(200).extract().jsonPath();
            List<Integer> rounds = page.getList("results.roundId");
            List<String> agents = page.getList("results.agent.agentId");
            IntStream.range(0, rounds.size()).forEach(n -> seen.add(rounds.get(n) + " " + agents.get(n)));
            assertThat(page.getString("endDate")).isNotNull();
            url = page.getString("_links.next.href") == null
                    ? null
                    : page.getString("_links.next.href").substring(OUTSIDE.length());
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(450);
        assertThat(seen.stream().map(each -> each.split(" ")[0]).distinct()).containsExactly(IntStream.range(0, 5)
                .mapToObj(n -> Long.toString(round - 60L * n))
                .toArray(String[]::new));
    }

    @Test
    void whatIsReadMayBePostedAgainAndChangesNothing() {
        post("http-server", "http-server", result("1", round, """
                "responseCode": 200, "responseTime": 25, "throughput": 1234.5, "errorType": "None", "serverIp": "192.0.2.1",
                "headers": {"requestHeaders": "GET /", "responseHeaders": "HTTP/1.1 200"},
                "sslCertificates": [{"subjectName": "x", "subjectAlternativeNames": ["a", "b"], "daysUntilExpiry": 9}]"""));
        var read = get(RESULTS + test + "/http-server").statusCode(200)
                .body("results[0].headers.responseHeaders", equalTo("HTTP/1.1 200"))
                .body("results[0].sslCertificates[0].subjectAlternativeNames", contains("a", "b"))
                .body("results[0].responseCode", equalTo(200));

        given().header("Authorization", "Bearer " + ALL)
                .contentType("application/json")
                .body(read.extract().asString())
                .post("/v7/test-results")
                .then()
                .statusCode(200)
                .body("repeated", equalTo(1));
    }

    @Test
    void aLayerBelowATestAServerAndARoundAreReadByTheirPaths() {
        post("dns-server", "dns-server", result("1", round,
                "\"serverId\": \"9\", \"server\": \"ns1\", \"resolutionTime\": 4.4"),
                result("1", round, "\"serverId\": \"10\", \"server\": \"ns2\", \"resolutionTime\": 5"));
        post("dns-server", "network", result("1", round, "\"loss\": 1"), result("2", round, "\"loss\": 2"));

        get(RESULTS + test).body("layer", equalTo("dns-server")).body("results", hasSize(2));
        get(RESULTS + test + "/dns-server/9").body("results.server", contains("ns1"))
                .body("results.resolutionTime", contains(4));
        get(RESULTS + test + "/network").body("results.loss", contains(1, 2));
        get(RESULTS + test + "/network/agent/2/round/" + round).body("results.loss", contains(2));
        get(RESULTS + test + "/network/agent/2/round/" + (round - 60)).statusCode(200).body("results", empty());
        get(RESULTS + test + "/rtp-server").statusCode(200)
                .body("results", empty())
                .body("_links.self.href", endsWith("rtp-server"));
    }

    @Test
    void resultsOfOtherScopesAreOutOfReach() {
        post("agent-to-server", "network", result("1", round, "\"loss\": 1"));

        given().header("Authorization", "Bearer " + OTHER_GROUP).get(RESULTS + test + "/network").then().statusCode(404);
        given().header("Authorization", "Bearer " + INGEST_ONLY).get(RESULTS + test + "/network").then().statusCode(403);
        get(RESULTS + test + "/network?aid=99").statusCode(403);
        given().get(RESULTS + test + "/network").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/nonsense", "/network/agent/1/round/x", "/network/agent/1/round/99999999999999999999", "/a/b/c" })
    void whatIsNoResultIsNotFound(String path) {
        post("agent-to-server", "network", result("1", round, "\"loss\": 1"));

        get(RESULTS + test + path).statusCode(404).contentType("application/problem+json");
        get(RESULTS + "unheard-of" + path).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = { "cursor=nonsense", "cursor=AAAA.AAAA.AAAA.AAAA", "window=1y", "endDate=2026-01-01T00:00:00Z",
            "window=1h&startDate=2026-01-01T00:00:00Z", "startDate=%00" })
    void whatCannotBeReadIsNamed(String query) {
        post("agent-to-server", "network", result("1", round, "\"loss\": 1"));

        get(RESULTS + test + "/network?" + query).statusCode(400).contentType("application/problem+json");
    }

    private void post(String type, String layer, String... results) {
        given().header("Authorization", "Bearer " + ALL)
                .contentType("application/json")
                .body("{\"test\": {\"testId\": \"%s\", \"testName\": \"Shop\", \"type\": \"%s\", \"interval\": 60}, \"layer\": \"%s\", \"results\": [%s]}"
                        .formatted(test, type, layer, List.of(results).stream().collect(Collectors.joining(","))))
                .post("/v7/test-results")
                .then()
                .statusCode(200);
    }

    private static String result(String agent, long round, String measured) {
        return "{\"agent\": {\"agentId\": \"%s\", \"agentName\": \"Oslo\"}, \"roundId\": %d, %s}".formatted(agent, round,
                measured);
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + ALL).get(path).then();
    }
}
