package io.tocsin.events.api.stream;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.events.stream.Farewell;
import io.tocsin.events.stream.FeedConfig;
import io.tocsin.events.stream.FeedFormat;
import io.tocsin.events.stream.Gap;
import io.tocsin.events.stream.Position;
import io.tocsin.model.Event;
import io.vertx.core.buffer.Buffer;

/**
 * Server-sent events as WHATWG HTML has them. Each frame carries the place as its id; one without data moves only the place that a
 * client comes back with, and is not shown to its program.
 */
@Singleton
class SseFormat implements FeedFormat {

    private static final int SPREAD = 3;

    private final ObjectMapper json;
    private final FeedConfig config;

    SseFormat(ObjectMapper json, FeedConfig config) {
        this.json = json;
        this.config = config;
    }

    /** Everybody is told another pause, so that not all come back at once. */
    @Override
    public Buffer hello(Position position) {
        var pause = config.comeBack().toMillis();
        return Buffer.buffer("retry: " + ThreadLocalRandom.current().nextLong(pause, SPREAD * pause + 1) + "\n" + place(
                position)
                + "\n");
    }

    @Override
    public Buffer event(Position position, Event event) {
        return Buffer.buffer(place(position) + data(StreamedEvent.of(event)));
    }

    @Override
    public Buffer alive(Position position) {
        return Buffer.buffer(": still there\n" + place(position) + "\n");
    }

    @Override
    public Buffer gap(Position position, Gap why) {
        return named(position, "gap", switch (why) {
            case RETENTION -> "Some events behind your place are older than what is kept, and are gone.";
            case UNKNOWN_POSITION ->
                "Your place is ahead of this database, which was restored or replaced. The feed goes on with"
                        + " what is recorded from now on.";
        });
    }

    @Override
    public Buffer farewell(Position position, Farewell why) {
        return switch (why) {
            case TOO_SLOW -> named(position, "too-slow",
                    "The connection took nothing for " + config.patience().toSeconds() + " s. Come back with your place.");
            case SHUTDOWN -> named(position, "shutdown", "This server stops. Come back with your place.");
            case UNAUTHENTICATED -> named(position, "unauthenticated", "The credential is not valid here any more.");
        };
    }

    private Buffer named(Position position, String name, String message) {
        return Buffer.buffer(place(position) + "event: " + name + "\n" + data(Map.of("message", message)));
    }

    private static String place(Position position) {
        return "id: " + position.word() + "\n";
    }

    /** JSON has no line ends of its own, so that one line holds it. */
    private String data(Object value) {
        try {
            return "data: " + json.writeValueAsString(value) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is always JSON", e);
        }
    }
}
