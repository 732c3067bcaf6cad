package io.tocsin.dialects.datadog.v2;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;

/** The payload files, and the event which all of them are about. */
final class Payloads {

    static final Instant NOW = Instant.parse("2026-01-30T11:22:33.444555Z");
    static final String PUBLIC_URL = "https://tocsin.example.com";

    private static final long ID = 5309722856448002944L;
    private static final UUID UID = UUID.fromString("019785fa-74c2-7000-8000-123456789abc");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Payloads() {}

    static Event recorded(EventContent content) {
        return new Event(ID, UID, new Scope("acme", "1"), NOW, content);
    }

    static EventContent posted(String file) {
        return new DatadogCreationTranslator().toModel(new DatadogCreationReader().read(bytes(file), NOW));
    }

    /** Order matters too: people read these answers. */
    static String json(Object answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String file(String name) {
        try {
            return JSON.writeValueAsString(JSON.readTree(bytes(name)));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    static byte[] bytes(String file) {
        try (var stream = Payloads.class.getResourceAsStream("/datadog/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }
}
