package io.tocsin.notifier.payload;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.message.AlertNotification;

/** Fills in templates about alerts. Takes a while for long ones: not on an event loop. */
@Singleton
public class PayloadTemplates {

    /** Characters of one template. */
    public static final int LONGEST = 32 * 1024;

    private final AlertVariables variables;
    private final ObjectMapper json;
    private final Map<Escaping, Engine> engines = new EnumMap<>(Escaping.class);

    PayloadTemplates(AlertVariables variables, ObjectMapper json) {
        this.variables = variables;
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        for (var escaping : Escaping.values()) {
            engines.put(escaping, new Engine(escaping));
        }
    }

    /** The text for one delivery of the notification; JSON is checked. */
    public String render(String template, Escaping escaping, AlertNotification notification, UUID delivery) throws BadTemplate {
        if (template.length() > LONGEST) {
            throw new BadTemplate("is longer than " + LONGEST + " characters");
        }
        var compiled = engines.get(escaping).compile(template);
        var budget = new Budget();
        var text = Engine.render(compiled, variables.of(notification, delivery, budget), budget);
        if (escaping == Escaping.JSON) {
            check(text);
        }
        return text;
    }

    /** Fails when it could not be sent for some alert: a trigger or a clear, of a test or of events, with texts full of quotes. */
    public void check(String template, Escaping escaping) throws BadTemplate {
        for (var sample : Samples.ALL.entrySet()) {
            try {
                render(template, escaping, sample.getValue(), sample.getValue().id());
            } catch (BadTemplate e) {
                throw e.getMessage().startsWith("is no JSON")
                        ? new BadTemplate(e.getMessage() + ", for " + sample.getKey())
                        : e;
            }
        }
    }

    private void check(String text) throws BadTemplate {
        try {
            if (json.readTree(text).isMissingNode()) {
                throw new BadTemplate("is no JSON when filled in: it is empty");
            }
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new BadTemplate("is no JSON when filled in: line " + place.getLineNr() + ", column " + place.getColumnNr()
                    + " of the payload: " + e.getOriginalMessage());
        }
    }
}
