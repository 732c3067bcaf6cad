package io.tocsin.audit.trail;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads JSON which this service has written. */
@Singleton
class JsonReading {

    private final ObjectMapper json;

    JsonReading(ObjectMapper json) {
        this.json = json;
    }

    JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry of the log cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
