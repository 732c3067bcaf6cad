package io.tocsin.dialects.datadog;

import java.util.List;

/**
 * What Datadog's gateway answers when a key is unknown or may not do this. Its support links are left out: they would send
 * people to the wrong house.
 */
public record DatadogForbidden(String status, int code, List<String> errors) {

    public DatadogForbidden {
        errors = List.copyOf(errors);
    }

    /** For keys nobody knows: says no more than Datadog does. */
    public static DatadogForbidden unknownKeys() {
        return new DatadogForbidden("error", 403, List.of("Forbidden"));
    }

    /** For keys that are known, so that their owner learns what is missing. */
    public static DatadogForbidden because(String reason) {
        return new DatadogForbidden("error", 403, List.of("Forbidden", reason));
    }
}
