package io.tocsin.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.response.Response;
import io.tocsin.model.Event;
import io.tocsin.model.message.EventRecorded;

/** Delivers events as events-service does. The id of a message comes from its event, so that one delivered twice is one message. */
@Singleton
public class EventsService {

    private final ObjectMapper json;

    EventsService(ObjectMapper json) {
        this.json = json;
    }

    public void deliver(Event... batch) {
        deliver(List.of(batch));
    }

    public void deliver(List<Event> batch) {
        post(batch.stream().map(event -> cloudEvent(new UUID(7, event.id()), event)).toList());
    }

    /** As a new message, which the inbox cannot know. */
    public void deliverAgain(Event event) {
        post(List.of(cloudEvent(UUID.randomUUID(), event)));
    }

    /** An event behind a message with this payload; tells what became of each. */
    public List<String> deliverWith(String payload, Event event) {
        var broken = cloudEvent(UUID.randomUUID(), "broken", event.receivedAt(), payload);
        return send(List.of(broken, cloudEvent(UUID.randomUUID(), event))).jsonPath().getList("messages.outcome");
    }

    private static void post(List<String> messages) {
        var answer = send(messages);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("REJECTED", "FAILED", "DEFERRED");
    }

    private static Response send(List<String> messages) {
        return given().header("Authorization", "Bearer " + TestSetUp.SERVICES)
                .contentType("application/cloudevents-batch+json")
                .body("[" + String.join(",", messages) + "]")
                .post("/inbox");
    }

    private String cloudEvent(UUID id, Event event) {
        var recorded = new EventRecorded(event);
        return cloudEvent(id, recorded.subject(), event.receivedAt(), write(recorded));
    }

    private String cloudEvent(UUID id, String subject, Instant time, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "events-service", "type": "%s", "subject": %s,
                 "time": "%s", "datacontenttype": "application/json", "data": %s}
                """.formatted(id, EventRecorded.TYPE, write(subject), time, data);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
