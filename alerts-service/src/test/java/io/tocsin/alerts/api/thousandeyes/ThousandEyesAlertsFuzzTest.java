package io.tocsin.alerts.api.thousandeyes;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.Fuzz;
import io.tocsin.test.FuzzedService;
import io.tocsin.test.PostgresResource;

/** Calls of both versions which know the names of paths, parameters and members, and nothing of their values. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ThousandEyesAlertsFuzzTest {

    private static final int CALLS = 250;

    private static final String RULE = """
            {"ruleName": "fuzz", "expression": "[(locationId in {\\"58\\"})]((loss >= 50%) || (Auto(avgLatency >= High sensitivity)))",
             "alertType": "end-to-end-server", "roundsViolatingOutOf": 3, "roundsViolatingRequired": 2, "roundsViolatingMode": "exact",
             "sensitivityLevel": "high", "minimumSources": 2, "minimumSourcesPct": 50, "description": "d", "direction": "to-target",
             "notifyOnClear": true, "isDefault": false, "alertGroupType": "cloud-enterprise", "includeCoveredPrefixes": false,
             "severity": "major", "endpointAgentIds": ["1"], "visitedSitesFilter": ["x"], "testIds": ["1"],
             "notifications": {"email": {"recipients": ["a@example.com"], "message": "m"}, "webhook": []}}""";
    private static final String WINDOW = """
            {"name": "fuzz", "isEnabled": true, "startDate": "2026-03-02T22:00:00Z", "duration": 3600, "repeat": {"type": "custom",
             "intervalType": "week", "intervalLength": 2, "daysOfWeek": ["mon"]}, "endRepeat": {"type": "count", "count": 5},
             "timeZone": "Europe/Oslo", "suppressionType": "real-time", "testIds": ["12"]}""";
    private static final String V6_RULE = """
            {"ruleName": "fuzz", "expression": "((responseTime >= 500 ms))", "alertType": "HTTP Server", "notifyOnClear": 1,
             "default": 0, "minimumSources": 2, "roundsBeforeTrigger": 2, "roundsViolatingOutOf": 3, "roundsViolatingRequired": 2,
             "roundsViolatingMode": "ANY", "direction": "TO_TARGET", "severity": "MAJOR", "includeCoveredPrefixes": 0,
             "testIds": [12], "recipient": ["a@example.com"], "notes": "n",
             "notifications": {"email": {"message": "m", "recipient": ["a@example.com"]}}}""";
    private static final String EXPLAIN = """
            {"results": {"test": {"testId": "1", "type": "agent-to-server"}, "results": [{"agent": {"agentId": "1"},
             "roundId": 1772366400, "loss": 50}]}}""";

    private static final List<String> READS = List.of("/v7/alerts", "/v7/alerts/rules", "/v7/alert-suppression-windows",
            "/alerts.json", "/alerts.xml", "/v6/alerts", "/v6/alert-rules.json", "/alert-rules.xml", "/v6/status");
    private static final List<String> PARAMETERS = List.of("aid", "window", "startDate", "endDate", "state", "max", "cursor",
            "expand", "format", "from", "to", "lastRoundId", "");
    private static final List<String> TEXTS = List.of("", " ", "0", "-1", "1", "11", "12", "9223372036854775807",
            "99999999999999999999", "1h", "99999999999w", "1y", "now", "2026-03-01T12:00:00Z", "2026-03-01 12:00:00",
            "2026-03-01T12:00:00.000000+0000", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z",
            "0000-00-00T00:00:00Z", "2026-02-30T00:00:00Z", "trigger", "clear", "ACTIVE", "test", "json", "xml", "null", "NaN",
            "1e400", "\u0000", "\uD83D\uDD14", "\uFFFE", "'; drop table alert", "%", "%s", "..", "../rules", "AAAA",
            "AAAA.AAAA", "....", "7c32734e-ba62-40cb-90f6-b99e43d5649f", "x".repeat(3000));

    @TestHTTPResource
    URI service;

    @AfterEach
    void noRulesAreLeft() {
        Alerts.removeAllRules();
    }

    /** The seed makes each run the same. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void callsAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        for (int n = 0; n < CALLS; n++) {
            var path = fuzz.any(READS) + (fuzz.oneIn(3) ? "/" + fuzz.text() : "") + "?" + fuzz.query(PARAMETERS);
            var verb = fuzz.oneIn(10) ? fuzz.any(List.of("DELETE", "PUT", "PATCH", "OPTIONS", "HEAD")) : "GET";

            call(verb, path, new byte[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 4, 5, 6 })
    void changesAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        var bodies = fuzz.bodies();
        for (int n = 0; n < CALLS; n++) {
            var id = fuzz.any(List.of("1", "2", "7", "0", "nonsense"));
            switch (fuzz.below(7)) {
                case 0 -> call("POST", "/v7/alerts/rules", bodies.of(RULE));
                case 1 -> call("PUT", "/v7/alerts/rules/" + id, bodies.of(RULE));
                case 2 -> call("POST", "/v7/alert-suppression-windows?expand=test", bodies.of(WINDOW));
                case 3 -> call("PUT", "/v7/alert-suppression-windows/" + id, bodies.of(WINDOW));
                case 4 -> call("POST", "/v6/alert-rules/new.json", bodies.of(V6_RULE));
                case 5 -> call("POST", "/v6/alert-rules/" + id + "/update.xml", bodies.of(V6_RULE));
                default -> call("POST", "/v7/alerts/rules/" + id + "/explain", bodies.of(EXPLAIN));
            }
        }
    }

    private void call(String verb, String path, byte[] body) throws Exception {
        new FuzzedService(service).call(verb, path, body, "Authorization", "Bearer " + TestSetUp.ALL, "Content-Type",
                "application/json");
    }
}
