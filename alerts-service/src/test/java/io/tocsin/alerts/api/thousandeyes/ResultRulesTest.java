package io.tocsin.alerts.api.thousandeyes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Rules of ThousandEyes' alert types, wire/thousandeyes.md §3.5, and what Terraform needs of them, §3.6. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ResultRulesTest {

    private static final String RULES = "/v7/alerts/rules";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            page-load               ~ ((errorCount >= 50) && (pageLoadHasError == true) && (Auto(timeToFirstByte >= Medium sensitivity))) ~ cloud-enterprise
            http-server             ~ (((responseCode >= 400) || (responseCode == 0)))             ~ cloud-enterprise
            end-to-end-server       ~ ((avgLatency >= 100 ms) && (loss > 5%))                      ~ cloud-enterprise
            end-to-end-agent        ~ ((bothWaysLoss >= 10%) && (bothWaysProbDetail != ""))        ~ cloud-enterprise
            voice                   ~ ((probDetail != "") && (discards >= 1%))                     ~ cloud-enterprise
            dns-server              ~ ((delay > 100 ms))                                           ~ cloud-enterprise
            dns-trace               ~ ((mapData in {"192.0.2.1"}))                                 ~ cloud-enterprise
            dnssec                  ~ ((probDetail != ""))                                         ~ cloud-enterprise
            bgp                     ~ [(prefixLengthIPv4 >= 16)]((reachability < 100%) && (changes > 1)) ~ bgp
            path-trace              ~ ((hops((hopDelay >= 100 ms))))                               ~ cloud-enterprise
            ftp                     ~ ((ftpErrorType != "None"))                                   ~ cloud-enterprise
            sip-server              ~ ((sipErrorType != "None"))                                   ~ cloud-enterprise
            transactions            ~ ((steps[3]((stepDuration >= 5000 ms))))                      ~ cloud-enterprise
            web-transactions        ~ ((marker[((markerName == "x"))]((markerDuration >= 100 ms)))) ~ cloud-enterprise
            web-transaction         ~ ((!txCompletionFinished))                                    ~ cloud-enterprise
            api                     ~ ((apiCompletion <= 100))                                     ~ cloud-enterprise
            agent                   ~ ((lastContact >= 30 min))                                    ~ cloud-enterprise
            endpoint-network-server ~ ((loss  >=  50 %))                                           ~ endpoint
            endpoint-http-server    ~ ((errorType!="None"))                                        ~ endpoint
            endpoint-path-trace     ~ ( ( pathLength>10 ) )                                        ~ endpoint
            """)
    void everyAlertTypeIsAcceptedAndItsExpressionEchoedToTheByte(String type, String expression, String group) {
        var id = create(minimal(type, expression));

        var read = read(id);

        assertThat(read.getString("expression")).isEqualTo(expression);
        assertThat(read.getString("alertType")).isEqualTo(type);
        assertThat(read.getString("alertGroupType")).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            bgp         ~ ((lossy > 1))                    ~ column 3: there is no metric 'lossy' in alert type bgp; possible here: locationId, prefix, subprefix, prefixLengthIPv4, prefixLengthIPv6, reachability, changes, bgpHops(...), noBgpHops(...)
            voice       ~ ((latency > 5%))                 ~ column 14: '%' is no unit of 'latency'; possible: ms, s, min
            voice       ~ ((latency > "high"))             ~ column 13: 'latency' is compared with a number, not with '"high"'
            path-trace  ~ ((hopDelay > 5 ms))              ~ column 3: there is no metric 'hopDelay' in alert type path-trace; it stands inside hops(...) or noHops(...); possible here: serverIp, mss, pathMtu, pathLength, isTerminal, locationId, hops(...), noHops(...)
            http-server ~ ((totalTime > 5 ms)              ~ column 20: found the end of the expression, expected ')'
            http-server ~ events("*").rollup("count").last("5m") > 1 ~ column 1: this is an expression of alert type event, not of http-server
            """)
    void anExpressionThatIsWrongIsPointedAt(String type, String expression, String message) {
        var answer = caller().body(minimal(type, expression).encode()).post(RULES);

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Request validation failed. There are invalid or missing fields"))
                .body("errors.field", contains("expression"))
                .body("errors.message", contains(message));
    }

    @Test
    void whatIsWrongWithSeveralMembersIsToldAtOnce() {
        var rule = minimal("voice", "((mos < 3) && (loss > x))")
                .put("roundsViolatingOutOf", 2)
                .put("roundsViolatingRequired", 3)
                .put("minimumSources", 0)
                .put("minimumSourcesPct", 101)
                .put("roundsViolatingMode", "sometimes")
                .put("sensitivityLevel", "extreme");

        var answer = caller().body(rule.encode()).post(RULES);

        answer.then()
                .statusCode(400)
                .body("errors.field", contains("expression", "minimumSources", "minimumSourcesPct", "roundsViolatingMode",
                        "roundsViolatingRequired", "sensitivityLevel"))
                .body("errors[0].message", startsWith("column 23: found 'x', expected a number"));
    }

    @Test
    void hugeAndDeepExpressionsAreRefused() {
        for (var huge : List.of("(".repeat(9_000), "((mos < 3)) || ".repeat(600), "a".repeat(10_001))) {
            caller().body(minimal("voice", huge).encode())
                    .post(RULES)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field",
                            equalTo("expression"));
        }
    }

    /** §3.5: every member of a rule, with X of Y rounds, a number and a share of sources, and the adaptive mode. */
    @Test
    void everyMemberIsKept() {
        var full = new JsonObject("""
                {"ruleName": "Voice, all of it", "expression": "((mos < 3.5) || (loss >= 1%))", "alertType": "voice",
                 "roundsViolatingOutOf": 3, "roundsViolatingRequired": 2, "roundsViolatingMode": "auto",
                 "sensitivityLevel": "high", "minimumSources": 2, "minimumSourcesPct": 50, "description": "what",
                 "direction": "bidirectional", "notifyOnClear": true, "isDefault": false,
                 "alertGroupType": "cloud-enterprise", "includeCoveredPrefixes": true, "severity": "critical",
                 "endpointAgentIds": ["1"], "endpointLabelIds": ["9"], "visitedSitesFilter": ["example.com"],
                 "notifications": {"email": {"recipients": ["ann@example.com"], "message": "wake up"}},
                 "testIds": ["12", "34"]}
                """);

        var id = create(full);

        var read = read(id);
        assertThat(read.getJsonArray("tests").stream().map(test -> ((JsonObject) test).getString("testId")))
                .containsExactly("12", "34");
        read.remove("tests");
        read.remove("_links");
        assertThat(read).isEqualTo(full.copy().put("ruleId", id));
    }

    /** §3.6: the calls of the provider's create, read, update, import, data source and destroy, in its order. */
    @Test
    void terraformsCycle() {
        var planned = new JsonObject("""
                {"ruleName": "Terraformed", "expression": "((probDetail != \\"\\"))", "alertType": "dns-server",
                 "minimumSourcesPct": 10, "roundsViolatingRequired": 4, "roundsViolatingOutOf": 4,
                 "notifyOnClear": true, "roundsViolatingMode": "any", "severity": "info"}
                """);

        var id = create(planned);
        var state = read(id);
        var updated = caller().body(planned.copy()
                .put("ruleName", "Renamed")
                .put("testIds", new JsonArray().add("567"))
                .encode())
                .put(RULES + "/" + id);
        var listed = caller().get(RULES);
        var imported = read(id);
        var destroyed = caller().delete(RULES + "/" + id);
        var gone = caller().get(RULES + "/" + id);

        assertThat(state.fieldNames()).containsExactlyInAnyOrder("ruleId", "ruleName", "expression", "alertType",
                "minimumSourcesPct", "roundsViolatingRequired", "roundsViolatingOutOf", "notifyOnClear", "roundsViolatingMode",
                "severity", "alertGroupType", "testIds", "tests", "_links");
        updated.then().statusCode(200).body("ruleId", equalTo(id)).body("testIds", contains("567"));
        listed.then()
                .body("alertRules.find { it.ruleName == 'Renamed' }.ruleId", equalTo(id))
                .body("alertRules.find { it.ruleName == 'Terraformed' }", nullValue());
        assertThat(imported.getJsonArray("tests").getJsonObject(0).getString("testId")).isEqualTo("567");
        assertThat(imported.getJsonArray("testIds").getList()).isEqualTo(List.of("567"));
        assertThat(imported.getJsonObject("_links").getJsonObject("self").getString("href")).endsWith(RULES + "/" + id);
        destroyed.then().statusCode(204);
        gone.then().statusCode(404).body("title", equalTo("URI Resource Not Found")).body("status", equalTo(404));
    }

    @Test
    void eachTypeHasADefaultOfItsOwn() {
        var voice = create(minimal("voice", "((mos < 3))").put("isDefault", true));
        var ftp = create(minimal("ftp", "((totalTime > 5 s))").put("isDefault", true));

        var latter = create(minimal("voice", "((mos < 2))").put("isDefault", true));

        assertThat(read(voice).getBoolean("isDefault")).isFalse();
        assertThat(read(ftp).getBoolean("isDefault")).isTrue();
        assertThat(read(latter).getBoolean("isDefault")).isTrue();
    }

    @Test
    void aRuleMayBecomeOneOfAnotherType() {
        var id = create(minimal("voice", "((loss > 1%))"));

        var refused = caller().body(minimal("bgp", "((loss > 1%))").encode()).put(RULES + "/" + id);
        var accepted = caller().body(minimal("end-to-end-server", "((loss > 1%))").encode()).put(RULES + "/" + id);

        refused.then().statusCode(400).body("errors.field", contains("expression"));
        accepted.then().statusCode(200).body("alertType", equalTo("end-to-end-server"));
    }

    private static JsonObject minimal(String type, String expression) {
        return new JsonObject().put("ruleName", "rule of " + type)
                .put("expression", expression)
                .put("alertType", type)
                .put("roundsViolatingOutOf", 1);
    }

    private static String create(JsonObject rule) {
        Response created = caller().body(rule.encode()).post(RULES);
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("ruleId");
    }

    private static JsonObject read(String id) {
        return new JsonObject(caller().get(RULES + "/" + id).asString());
    }

    private static RequestSpecification caller() {
        return given().header("Authorization", "Bearer " + TestSetUp.ALL).contentType("application/json");
    }
}
