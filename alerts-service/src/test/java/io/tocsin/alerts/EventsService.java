package io.tocsin.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Event;
import io.tocsin.model.message.EventRecorded;

/** Delivers events as events-service does. */
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
        var messages = batch.stream().map(this::cloudEvent).toList();
        var answer = given().header("Authorization", "Bearer " + TestSetUp.SERVICES)
                .contentType("application/cloudevents-batch+json")
                .body("[" + String.join(",", messages) + "]")
                .post("/inbox");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("REJECTED", "FAILED", "DEFERRED");
    }

    /** The id of a message is that of its event, so that an event delivered twice is one message. */
    private String cloudEvent(Event event) {
        var recorded = new EventRecorded(event);
        return """
                {"specversion": "1.0", "id": "%s", "source": "events-service", "type": "%s", "subject": %s,
                 "time": "%s", "datacontenttype": "application/json", "data": %s}
                """.formatted(new UUID(7, event.id()), EventRecorded.TYPE, write(recorded.subject()), event.receivedAt(),
                write(recorded));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
