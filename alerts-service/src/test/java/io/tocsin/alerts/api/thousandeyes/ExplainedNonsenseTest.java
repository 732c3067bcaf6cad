package io.tocsin.alerts.api.thousandeyes;

import static io.tocsin.alerts.Alerts.caller;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;

/** Whatever somebody wants explained, the answer is an explanation or says what is wrong. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class ExplainedNonsenseTest {

    private static final List<String> NAMES = List.of("test", "results", "event", "testId", "rounds", "type", "agent",
            "monitor",
            "agentId", "roundId", "date", "layer", "loss", "title", "text", "tags", "date_happened", "host", "alert_type",
            "aggregation_key", "serverId", "direction", "hops", "routes", "headers");

    private static final List<String> VALUES = List.of("null", "true", "7", "-1", "1e99", "1e400", "9223372036854775807",
            "99999999999999999999", "0.5", "\"\"", "\"agent-to-server\"", "\"7\"", "\"\\u0000\"", "\"\\ud800\"", "\"network\"",
            "\"2026-03-01T12:00:00Z\"", "\"99999-01-01T00:00:00Z\"", "1772366400", "[]", "{}", "[[]]", "[{}]", "\"success\"");

    @Inject
    Alerts alerts;

    private List<String> rules;

    @BeforeEach
    void thereAreRulesOfBothKinds() {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of("7"));
        rules = List.of(caller().body(settings.encode()).post("/v7/alerts/rules").jsonPath().getString("ruleId"),
                alerts.rule("events(\"host:db\").rollup(\"cardinality\", \"@a\").by(\"host,service\").last(\"5m\") >= 1"));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5 })
    void noBodyIsAnswered5xx(long seed) {
        var random = new Random(seed);
        for (int call = 0; call < 60; call++) {
            var body = object(random, 3);
            rules.forEach(rule -> explained(rule, body));
        }
    }

    @Test
    void norOneWhichIsAlmostRight() {
        var random = new Random(7);
        for (var value : VALUES) {
            for (var name : List.of("roundId", "loss", "date", "agent", "layer", "server", "hops")) {
                explained(rules.get(0), """
                        {"test": {"testId": "7", "type": "agent-to-server"},
                         "results": [{"agent": {"agentId": "1"}, "roundId": 1772366400, "loss": 20, "%s": %s}]}"""
                        .formatted(name, value));
            }
            explained(rules.get(1), "{\"event\": {\"title\": \"a\", \"text\": \"b\", \"%s\": %s}}"
                    .formatted(NAMES.get(random.nextInt(NAMES.size())), value));
            explained(rules.get(1), "{\"event\": {\"title\": \"a\", \"text\": \"b\", \"date_happened\": %s}}".formatted(value));
        }
    }

    @Test
    void norOneWhichNeverEnds() {
        explained(rules.get(0), "[".repeat(5_000));
        explained(rules.get(0), "{\"event\":".repeat(5_000));
        explained(rules.get(0), "\u0000\u0001");
    }

    private static void explained(String rule, String body) {
        var answer = caller().body(body).post("/v7/alerts/rules/" + rule + "/explain");
        assertThat(answer.statusCode()).as("%s -> %s", body, answer.asString()).isIn(200, 400);
    }

    private static String object(Random random, int depth) {
        var object = new StringBuilder("{");
        for (int member = random.nextInt(5); member >= 0; member--) {
            object.append('"').append(NAMES.get(random.nextInt(NAMES.size()))).append("\": ").append(value(random, depth));
            object.append(member == 0 ? "" : ", ");
        }
        return object.append('}').toString();
    }

    private static String value(Random random, int depth) {
        if (depth == 0 || random.nextBoolean()) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        return random.nextBoolean() ? object(random, depth - 1) : "[" + object(random, depth - 1) + "]";
    }
}
