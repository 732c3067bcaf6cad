package io.tocsin.alerts.result;

import static io.tocsin.alerts.AResult.resultOf;
import static io.tocsin.alerts.Alerts.caller;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.alerts.Alerts;
import io.tocsin.alerts.ResultsService;
import io.tocsin.alerts.SettableClock;
import io.tocsin.alerts.TestSetUp;
import io.tocsin.test.PostgresResource;
import io.vertx.core.json.JsonObject;

/** wire/thousandeyes.md §4.5 (2): in which round the settings of a rule open its alert. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestSetUp.class)
class RoundModeTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @Inject
    ResultsService results;

    @Inject
    Alerts alerts;

    @Inject
    SettableClock clock;

    private final String test = UUID.randomUUID().toString();

    @BeforeEach
    void itIsLaterThanEveryRound() {
        clock.set(START.plusSeconds(3_600));
    }

    /** Rounds 0, 1, 2 and so on: who of Oslo, Rome and Lima violates in them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "roundsViolatingMode": "any", "roundsViolatingRequired": 2, "roundsViolatingOutOf": 2   | O R - O | 1
            "roundsViolatingMode": "exact", "roundsViolatingRequired": 2, "roundsViolatingOutOf": 2 | O R - O |
            "roundsViolatingMode": "exact", "roundsViolatingRequired": 2, "roundsViolatingOutOf": 3 | O R O - | 2
            "roundsViolatingMode": "exact", "roundsViolatingRequired": 2, "roundsViolatingOutOf": 2, "minimumSources": 2 | OR OL OL - | 2
            "roundsViolatingMode": "auto", "sensitivityLevel": "high", "roundsViolatingOutOf": 10   | - O - -     | 1
            "roundsViolatingMode": "auto", "sensitivityLevel": "medium", "roundsViolatingOutOf": 1  | - O - O     | 3
            "roundsViolatingMode": "auto", "sensitivityLevel": "low", "roundsViolatingOutOf": 1     | - O O - - O | 5
            "roundsViolatingOutOf": 1, "minimumSources": 3                                          | O OR ORL -  | 2
            "roundsViolatingOutOf": 1, "minimumSourcesPct": 60                                      | O OR ORL -  | 1
            "roundsViolatingOutOf": 1, "minimumSourcesPct": 34                                      | O OR ORL -  | 1
            "roundsViolatingOutOf": 1, "minimumSourcesPct": 33                                      | O OR ORL -  | 0
            "roundsViolatingOutOf": 1, "minimumSources": 2, "minimumSourcesPct": 100                | O OR ORL -  | 2
            """)
    void anAlertOpensInTheRoundWhichCompletesIt(String members, String course, Integer opens) {
        var rule = rule("{" + members + "}");

        deliver(course.strip().split(" "));

        var starts = alerts.of(rule).stream().map(alert -> alert.getString("startDate")).toList();
        assertThat(starts).isEqualTo(opens == null ? List.of() : List.of(START.plusSeconds(60L * opens).toString()));
    }

    private void deliver(String... course) {
        for (int round = 0; round < course.length; round++) {
            for (var source : List.of("Oslo", "Rome", "Lima")) {
                results.deliver(resultOf(test).from(source)
                        .in(round)
                        .losing(course[round].contains(source.substring(0, 1)) ? 50 : 0));
            }
        }
    }

    private String rule(String members) {
        var settings = Alerts.settings("((loss >= 10%))", true)
                .put("alertType", "end-to-end-server")
                .put("testIds", List.of(test))
                .mergeIn(new JsonObject(members));
        var created = caller().body(settings.encode()).post("/v7/alerts/rules");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.jsonPath().getString("ruleId");
    }
}
