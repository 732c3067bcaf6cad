package io.tocsin.audit;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.restassured.response.ValidatableResponse;
import io.tocsin.model.message.UserEvent;
import io.tocsin.outbox.OutgoingMessage;
import io.tocsin.outbox.wire.Envelope;

/** Delivers user events to the inbox as the relay of another service would. */
public final class Services {

    /** What {@code libs/outbox} takes outside of production. */
    private static final String CREDENTIAL = "Bearer not-a-secret-for-development-and-tests";
    private static final int ANY_SIZE = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Services() {}

    public static ValidatableResponse deliver(UserEvent... events) {
        return deliver(Stream.of(events).map(Services::message).toList());
    }

    public static ValidatableResponse deliver(List<OutgoingMessage> messages) {
        return given().header("Authorization", CREDENTIAL)
                .contentType(Envelope.MEDIA_TYPE)
                .body(Envelope.of("alerts-service", messages, ANY_SIZE).body())
                .post("/inbox")
                .then()
                .statusCode(200);
    }

    public static OutgoingMessage message(UserEvent event) {
        try {
            return message(event.id(), JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public static OutgoingMessage message(UUID id, String data) {
        return new OutgoingMessage(id, "audit-service", UserEvent.TYPE, id.toString(), data, null,
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
