package io.tocsin.dialects.datadog;

import java.util.List;

/** The error body of v1: {@code {"errors":["text", ...]}}. */
public record DatadogErrors(List<String> errors) {

    public DatadogErrors {
        errors = List.copyOf(errors);
    }

    public static DatadogErrors of(String error) {
        return new DatadogErrors(List.of(error));
    }
}
