package io.tocsin.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;
import io.tocsin.model.message.ResultRecorded;
import io.tocsin.model.result.TestResult;

/** Delivers results as events-service does. */
@Singleton
public class ResultsService {

    private final ObjectMapper json;

    ResultsService(ObjectMapper json) {
        this.json = json;
    }

    /** As one message, which is a new one each time. */
    public void deliver(TestResult... results) {
        deliver(UUID.randomUUID(), List.of(results));
    }

    public void deliver(UUID id, List<TestResult> results) {
        taken(post(cloudEvent(id, new ResultRecorded(results))));
    }

    /** Each result as a message of its own, all in one batch. */
    public void deliverApart(List<TestResult> results) {
        taken(post(results.stream()
                .map(result -> cloudEvent(UUID.randomUUID(), new ResultRecorded(List.of(result))))
                .toArray(String[]::new)));
    }

    /** What becomes of a message with this payload. */
    public String outcomeOf(String payload) {
        return post(cloudEvent(UUID.randomUUID(), "broken", payload)).jsonPath().getString("messages[0].outcome");
    }

    private static void taken(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("REJECTED", "FAILED", "DEFERRED");
    }

    private static Response post(String... messages) {
        return given().header("Authorization", "Bearer " + TestSetUp.SERVICES)
                .contentType("application/cloudevents-batch+json")
                .body(Arrays.toString(messages))
                .post("/inbox");
    }

    private String cloudEvent(UUID id, ResultRecorded recorded) {
        return cloudEvent(id, recorded.subject(), write(recorded));
    }

    private String cloudEvent(UUID id, String subject, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "events-service", "type": "%s", "subject": %s,
                 "time": "2026-03-01T12:00:00Z", "datacontenttype": "application/json", "data": %s}
                """.formatted(id, ResultRecorded.TYPE, write(subject), data);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
