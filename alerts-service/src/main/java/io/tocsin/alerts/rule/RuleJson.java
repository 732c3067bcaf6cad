package io.tocsin.alerts.rule;

import java.io.UncheckedIOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The form of {@link RuleSettings} in the column {@code settings}. */
@Singleton
public class RuleJson {

    private final ObjectMapper json;

    RuleJson(ObjectMapper json) {
        this.json = json;
    }

    public RuleSettings read(String settings) {
        try {
            return json.readValue(settings, RuleSettings.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("unreadable settings in alert_rule: " + e.getOriginalMessage(), e);
        }
    }

    String write(RuleSettings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
