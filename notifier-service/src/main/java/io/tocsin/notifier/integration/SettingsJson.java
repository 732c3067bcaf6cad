package io.tocsin.notifier.integration;

import java.io.UncheckedIOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The form of settings in the columns {@code settings}. */
@Singleton
class SettingsJson {

    private final ObjectMapper json;

    SettingsJson(ObjectMapper json) {
        this.json = json;
    }

    <T> T read(String settings, Class<T> type) {
        try {
            return json.readValue(settings, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable settings of a webhook: " + e.getOriginalMessage(), e);
        }
    }

    String write(Object settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
