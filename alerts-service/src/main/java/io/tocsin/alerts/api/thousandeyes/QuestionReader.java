package io.tocsin.alerts.api.thousandeyes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.alerts.explanation.Question;
import io.tocsin.alerts.explanation.Question.OfEvent;
import io.tocsin.alerts.explanation.Question.OfResults;
import io.tocsin.alerts.explanation.Question.OfRounds;
import io.tocsin.dialects.datadog.DatadogEventReader;
import io.tocsin.dialects.datadog.DatadogEventTranslator;
import io.tocsin.dialects.datadog.DatadogRejected;
import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.model.StorableText;

/** Reads the body of an explanation: test results as they are posted, an event as Datadog's clients post it, or a test's id. */
@Singleton
class QuestionReader {

    private static final int DEFAULT_ROUNDS = 10;
    private static final int MOST_ROUNDS = 100;
    private static final int LONGEST_ID = 100;

    private final DatadogEventReader events = new DatadogEventReader();
    private final DatadogEventTranslator translator = new DatadogEventTranslator();
    private final ObjectMapper json;
    private final Clock clock;

    QuestionReader(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Fails with {@link Invalid}, or for what is no JSON. */
    Question read(Scope scope, byte[] body) throws IOException {
        var asked = json.readTree(body == null ? new byte[0] : body);
        if (asked.isObject()) {
            checkOneOf(asked);
        }
        if (asked.has("event")) {
            return new OfEvent(event(asked.get("event")));
        }
        return asked.has("testId")
                ? new OfRounds(testId(asked.get("testId")), rounds(asked.path("rounds")))
                : new OfResults(new ExplainedResults(scope, clock.instant()).read(asked));
    }

    private static void checkOneOf(JsonNode asked) {
        var hasResults = asked.has("test") || asked.has("results");
        if (Stream.of(hasResults, asked.has("event"), asked.has("testId")).filter(Boolean::booleanValue).count() != 1) {
            throw new Invalid("body", "must have either test and results, or event, or testId");
        }
    }

    private EventContent event(JsonNode event) {
        try {
            return translator.toModel(events.read(event.toString().getBytes(StandardCharsets.UTF_8)), clock.instant());
        } catch (DatadogRejected e) {
            throw new Invalid(e.errors().errors().stream().map(problem -> FieldError.of("event", problem)).toList());
        }
    }

    private static String testId(JsonNode id) {
        var text = id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            throw new Invalid("testId", "must be the id of a test, at most " + LONGEST_ID + " characters");
        }
        return StorableText.of(text);
    }

    private static int rounds(JsonNode rounds) {
        if (rounds.isMissingNode() || rounds.isNull()) {
            return DEFAULT_ROUNDS;
        }
        if (!rounds.isIntegralNumber() || !rounds.canConvertToInt() || rounds.intValue() < 1 || rounds
                .intValue() > MOST_ROUNDS) {
            throw new Invalid("rounds", "must be a whole number from 1 to " + MOST_ROUNDS);
        }
        return rounds.intValue();
    }
}
