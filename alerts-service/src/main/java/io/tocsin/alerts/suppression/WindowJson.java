package io.tocsin.alerts.suppression;

import java.io.UncheckedIOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The form of {@link WindowSettings} in the column {@code settings}. */
@Singleton
class WindowJson {

    private final ObjectMapper json;

    WindowJson(ObjectMapper json) {
        this.json = json;
    }

    WindowSettings read(String settings) {
        try {
            return json.readValue(settings, WindowSettings.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable settings in alert_suppression_window: " + e.getOriginalMessage(), e);
        }
    }

    String write(WindowSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
