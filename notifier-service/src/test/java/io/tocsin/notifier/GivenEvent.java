package io.tocsin.notifier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.tocsin.model.Scope;
import io.tocsin.model.message.EventNotification;
import io.tocsin.model.message.EventNotification.Affected;
import io.tocsin.model.message.EventNotification.Counts;
import io.tocsin.model.message.EventNotification.Kind;
import io.tocsin.model.message.EventNotification.Point;
import io.tocsin.model.message.EventNotification.Reason;
import io.tocsin.model.message.EventNotification.Rejected;
import io.tocsin.outbox.OutgoingMessage;

/** A detected event: the server www.example.com fails for eighteen minutes. */
public final class GivenEvent {

    public static final Instant BEGAN = Instant.parse("2026-11-22T06:56:00Z");
    private static final int BEFORE = 60;
    private static final int MINUTES = 18;

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final UUID id;
    private final Scope scope;

    private GivenEvent(UUID id, Scope scope) {
        this.id = id;
        this.scope = scope;
    }

    public static GivenEvent in(Scope scope) {
        return new GivenEvent(UUID.randomUUID(), scope);
    }

    public static GivenEvent named(UUID id, Scope scope) {
        return new GivenEvent(id, scope);
    }

    public UUID id() {
        return id;
    }

    /** Sends it to the inbox. */
    public GivenEvent is(Kind kind) {
        Given.deliverMessages(List.of(message(kind)));
        return this;
    }

    public OutgoingMessage message(Kind kind) {
        return new OutgoingMessage(UUID.randomUUID(), "notifier-service", EventNotification.TYPE, id.toString(),
                json(notification(kind)), null, BEGAN);
    }

    public EventNotification notification(Kind kind) {
        var over = kind != Kind.DETECTED && kind != Kind.CHANGED;
        return new EventNotification(UUID.randomUUID(), scope, kind, id, over ? 2 : 1, "target", "Server Issue",
                "www.example.com", "high", "A summary", "A cause", BEGAN,
                over ? BEGAN.plus(MINUTES, ChronoUnit.MINUTES) : null,
                new Counts(new Affected(4, 3), new Affected(1, 1), new Affected(11, 9)), List.of("checkout", "search", "login"),
                List.of("Oslo", "Rome", "São Paulo"),
                new Reason(List.of("server", "network"), 25, 7,
                        List.of(new Rejected("dns", null, 11), new Rejected("target-network", "198.51.100.0/24", 0))),
                series(over ? MINUTES + 8 : 4), null);
    }

    private static List<Point> series(int minutes) {
        return IntStream.range(-BEFORE, minutes)
                .mapToObj(minute -> new Point(BEGAN.plus(minute, ChronoUnit.MINUTES), 26, failures(minute), 0.11))
                .toList();
    }

    private static int failures(int minute) {
        if (minute < 0 || minute > MINUTES) {
            return minute % 17 == 0 ? 1 : 0;
        }
        return minute == 0 ? 9 : 21 + minute % 4;
    }

    private static String json(EventNotification notification) {
        try {
            return JSON.writeValueAsString(notification);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
